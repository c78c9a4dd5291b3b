"""What is known of a household as a whole: what it is called, and where it lives."""

from collections.abc import Mapping
from typing import Any

from kernnetwerk_app.domain.huishouden import Huishouden, noem_naar
from kernnetwerk_app.services.tekst import Bases, wijzig
from kernnetwerk_app.store.queries import Lezer
from kernnetwerk_app.store.unit_of_work import UnitOfWork


def adres_voor_lijst(lezer: Lezer, huishouden: Huishouden) -> str:  # noqa: ARG001  a secret address asks the store
    """The address as it may stand where others read along: start screen, day list. The one answer for those places."""
    return huishouden.adres


def change(
    werk: UnitOfWork, geladen: Huishouden, bases: Bases, velden: Mapping[str, Any], genoemd: str, naam: str
) -> Huishouden:
    """These fields of a household corrected, in a form that loaded `geladen` with `bases`.

    A household that is called after the resident (`genoemd`: how that one was addressed) goes along with another
    `naam`, and one whose own name is taken away is called after the resident again. Raises what `wijzig` raises.
    """
    nieuw = dict(velden)
    if "aanduiding" not in nieuw and geladen.aanduiding == noem_naar(genoemd):
        nieuw["aanduiding"] = None
    if "aanduiding" in nieuw:
        nieuw["aanduiding"] = nieuw["aanduiding"] or noem_naar(naam)
    return wijzig(werk, geladen, bases, nieuw)
