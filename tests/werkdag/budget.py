"""What the program may ask at most, and what goes wrong on purpose; `test_geheel.py` holds these numbers."""

MEEST_INVOEREN, MEEST_GETYPT, MEEST_HANDELINGEN = 15, 8, 3
"""From melding to signed plan for one simple question: fields typed and choices made, of which typed; and acts from the
last goal to signing (issue 4).
"""
MEEST_TOETSEN, MEEST_TOETSEN_SIGNAAL = 25, 40
"""Key presses for a light contact and for a signal, besides free text (issue 3)."""
AFGEBROKEN = 3
"""So often the line drops while the day is sent (product.md, 16.30)."""
