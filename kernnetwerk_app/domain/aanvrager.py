"""Who may ask for a line of the plan with a signature: each only for help that is theirs to ask for."""

from dataclasses import dataclass
from uuid import UUID

from kernnetwerk_app.domain.naamgenoot import zelfde
from kernnetwerk_app.domain.ondertekening import MACHTIGBAAR, Hoedanigheid
from kernnetwerk_app.domain.tekst import is_leeg

_BENOEMD = (Hoedanigheid.CURATOR, Hoedanigheid.MENTOR)
_VOOR_ZICH = (None, Hoedanigheid.ANDERS, Hoedanigheid.BEWINDVOERDER)


@dataclass(frozen=True, slots=True)
class Bekende:
    """Somebody of the dossier, under each id that turned out to be theirs; none for who is known by name only."""

    ids: frozenset[UUID]
    naam: str


@dataclass(frozen=True, slots=True)
class Vrager:
    """Who signs, as far as that was told."""

    wie_id: UUID | None
    naam: str
    als: Hoedanigheid | None


@dataclass(frozen=True, slots=True)
class Aanvragers:
    """Who may ask for one line. Of youth help the child and who has the gezag (Jeugdwet art. 7.3.4 and 7.3.5); of other
    help whose plan it is, and who decides in their place (BW 1:381, 1:453). Who was authorised may ask for what the
    resident may (Awb art. 2:1).
    """

    mensen: tuple[Bekende, ...]
    """Who decide on it themselves."""
    eigenaar: Bekende
    """Whose plan it is."""
    huisgenoten: tuple[Bekende, ...] = ()
    """Who else is known here: none of them is taken for the owner."""
    is_jeugd: bool = False
    zonder_gezag: tuple[Bekende, ...] | None = None
    """Where a child has nobody of whom the gezag was seen: who do not have it, the children among them. Then who says
    to have it may ask, and the resident: it is told that it is not known, and help does not wait for it.
    """
    is_onbekend: bool = False
    """The law of the line is gone, or nobody is known whom it is for: then everybody who decides may, as before."""

    def mag(self, vrager: Vrager) -> bool:
        """Whether this one may ask for it. How a partner was authorised is asked apart (`AanvraagZonderMachtiging`)."""
        als = vrager.als
        if als in _VOOR_ZICH:
            return False
        if self.is_onbekend or self._mag_zelf(vrager):
            return True
        if als in _BENOEMD:
            return not self.is_jeugd
        if als in MACHTIGBAAR:
            return not self.is_jeugd or self._eigenaar_mag()
        return als is Hoedanigheid.OUDER and self._zegt_gezag(vrager)

    @property
    def namen(self) -> tuple[str, ...]:
        """Who can be named as who may ask for it; nobody where the gezag is not known."""
        wie = self.mensen or ((self.eigenaar,) if self.is_onbekend or not self.is_jeugd or self._eigenaar_mag() else ())
        return tuple(een.naam for een in wie if not is_leeg(een.naam))

    def _mag_zelf(self, vrager: Vrager) -> bool:
        wie = _wie(vrager, (*self.mensen, self.eigenaar, *self.huisgenoten))
        if not wie and vrager.wie_id is None and vrager.als is Hoedanigheid.INWONER:
            wie = [self.eigenaar]  # a name that was put otherwise, of who signs as the resident
        return any(een in self.mensen or (een == self.eigenaar and self._eigenaar_mag()) for een in wie)

    def _eigenaar_mag(self) -> bool:
        open_ = self.is_jeugd and self.zonder_gezag is not None and self.eigenaar not in self.zonder_gezag
        return self.eigenaar in self.mensen or open_

    def _zegt_gezag(self, vrager: Vrager) -> bool:
        return self.zonder_gezag is not None and not _wie(vrager, self.zonder_gezag)


def _wie(vrager: Vrager, mensen: tuple[Bekende, ...]) -> list[Bekende]:
    """Who of these this is: by id where that was told, else by name."""
    if vrager.wie_id is not None:
        return [een for een in mensen if vrager.wie_id in een.ids]
    return [een for een in mensen if zelfde(een.naam, vrager.naam)] if not is_leeg(vrager.naam) else []
