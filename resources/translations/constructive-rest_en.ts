<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>BeginPanel</name>
    <message numerus="yes">
        <location filename="../../src/constructive_rest/ui/begin_panel.py" line="59"/>
        <source>%n min</source>
        <translation>
            <numerusform>%n min</numerusform>
            <numerusform>%n min</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LengthChip</name>
    <message numerus="yes">
        <location filename="../../src/constructive_rest/ui/widgets/choices.py" line="56"/>
        <source>%n min</source>
        <translation>
            <numerusform>%n min</numerusform>
            <numerusform>%n min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../src/constructive_rest/ui/widgets/choices.py" line="60"/>
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RestControls</name>
    <message numerus="yes">
        <location filename="../../src/constructive_rest/ui/rest_controls.py" line="45"/>
        <source>%n min</source>
        <translation>
            <numerusform>%n min</numerusform>
            <numerusform>%n min</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message numerus="yes">
        <location filename="../../src/constructive_rest/ui/settings_page.py" line="238"/>
        <source>%n minute(s); 15–20 suit most</source>
        <translation>
            <numerusform>%n minute; 15–20 suit most</numerusform>
            <numerusform>%n minutes; 15–20 suit most</numerusform>
        </translation>
    </message>
</context>
</TS>
