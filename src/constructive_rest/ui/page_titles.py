"""What there is to read, by key, in the order in which it is offered."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication


def page_titles() -> Mapping[str, str]:
    """The name of each page to read."""
    translate = QCoreApplication.translate
    return {
        "safety": translate("PageTitles", "Is it for me?"),
        "psoas": translate("PageTitles", "About the psoas"),
        "movement": translate("PageTitles", "Moving through the day"),
        "ease": translate("PageTitles", "What the ease score can tell"),
    }
