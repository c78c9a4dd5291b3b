"""The morning in three municipalities, each in its own way, through the real windows; as `do.py demo` plays it."""

from pathlib import Path

import pytest

from tests.werkdag.ochtend import MEEST_TOETSEN
from tests.werkdag.plaatsen import PLAATSEN
from tests.werkdag.test_werkdag import speel


@pytest.mark.eis("SYNC-10")
@pytest.mark.duurproef  # do.py demo plays the same with the same checks, at each change
@pytest.mark.timeout(300)
def test_a_tuesday_morning_without_a_line_in_three_municipalities(tmp_path: Path) -> None:
    uit = tmp_path / "uit"
    gegevens = speel(uit, "ochtend")
    per_plaats: dict[str, list[str]] = {}
    for stap in gegevens["stappen"]:
        assert stap["controles"]
        per_plaats.setdefault(stap["deel"], []).extend(stap["controles"])
    assert list(per_plaats) == [plaats.sleutel for plaats in PLAATSEN]
    for plaats in PLAATSEN:
        gezegd = "; ".join(per_plaats[plaats.sleutel])
        assert f"hier heten ze {plaats.woord}" in gezegd
        assert f"aangeboden aan {plaats.naar}" in gezegd
        assert "de gemeente heeft elk contact, het signaal, de melding en de overdracht" in gezegd
        toetsen = sum(stap["toetsen"] for stap in gegevens["stappen"] if stap["deel"] == plaats.sleutel)
        assert toetsen > MEEST_TOETSEN
        assert list(uit.glob(f"???-{plaats.sleutel}-wegwijzer.png"))
