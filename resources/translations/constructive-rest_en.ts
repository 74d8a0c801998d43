<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>BeginPanel</name>
    <message numerus="yes">
        <location filename="../../src/constructive_rest/ui/begin_panel.py" line="60"/>
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
        <location filename="../../src/constructive_rest/ui/widgets/choices.py" line="82"/>
        <source>%n min</source>
        <translation>
            <numerusform>%n min</numerusform>
            <numerusform>%n min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../src/constructive_rest/ui/widgets/choices.py" line="86"/>
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
        <location filename="../../src/constructive_rest/ui/rest_controls.py" line="52"/>
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
        <location filename="../../src/constructive_rest/ui/settings_page.py" line="247"/>
        <source>%n minute(s); 15–20 suit most</source>
        <translation>
            <numerusform>%n minute; 15–20 suit most</numerusform>
            <numerusform>%n minutes; 15–20 suit most</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SleepOverlay</name>
    <message numerus="yes">
        <location filename="../../src/constructive_rest/ui/sleep_overlay.py" line="35"/>
        <source>About %n minute(s) went by unseen. What of this rest shall be kept?</source>
        <translation>
            <numerusform>About %n minute went by unseen. What of this rest shall be kept?</numerusform>
            <numerusform>About %n minutes went by unseen. What of this rest shall be kept?</numerusform>
        </translation>
    </message>
</context>
</TS>
