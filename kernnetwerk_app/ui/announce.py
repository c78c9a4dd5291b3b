"""Tell the screen reader what changed without moving the focus (WCAG 4.1.3)."""

from PySide6.QtWidgets import QWidget


def announce(widget: QWidget, tekst: str, urgent: bool = False) -> None:
    """Have `tekst` read aloud; `urgent` interrupts what is being read."""
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent  # nothing is announced before first paint

    event = QAccessibleAnnouncementEvent(widget, tekst)
    politeness = QAccessible.AnnouncementPoliteness
    event.setPoliteness(politeness.Assertive if urgent else politeness.Polite)
    QAccessible.updateAccessibility(event)
