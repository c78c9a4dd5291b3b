"""The rows of the start screen: a visit, a term, a promise, a task, a signal; each leads to where it is done."""

from datetime import date
from functools import partial

from kernnetwerk_app.domain.datum import datum_kort
from kernnetwerk_app.domain.tijd import toon_tijd
from kernnetwerk_app.services.signalen import SignaalTaak, SignaalTaakSoort
from kernnetwerk_app.services.taak import Taak, TaakSoort
from kernnetwerk_app.services.termijn import LopendeTermijn
from kernnetwerk_app.services.toezegging import Belofte
from kernnetwerk_app.services.vandaag import Bezoek, VandaagBeeld
from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.widgets.list_row import InfoRow, ListRow
from kernnetwerk_app.ui.widgets.rows import Rows
from kernnetwerk_app.ui.widgets.term_badge import TermBlocks, term_kleur, term_words
from kernnetwerk_app.ui.widgets.timeline_item import TimelineItem
from kernnetwerk_app.ui.widgets.visit_chips import visit_chips

_TOEGANG = (
    TaakSoort.OVERNEMEN,
    TaakSoort.OVERDRACHT_WACHT,
    TaakSoort.OVERDRACHT_TERUG,
    TaakSoort.EERSTE_STAP,
    TaakSoort.UITVRAAG,
    TaakSoort.DRAAGKRACHT,
)
SPOED_DAGEN = 7
"""With no more days left than this a term stands out."""

_NAAM = {TaakSoort.REDEN_TE_LAAT: "reden", TaakSoort.AANNEMEN: "aannemen", TaakSoort.SPOED: "spoed"}
"""How the rows of a kind are called, where one household may have several."""


class Dagrijen:
    """Makes the rows; initials only, never a name."""

    def __init__(self, omgeving: Omgeving) -> None:
        self._omgeving = omgeving
        self._theme = omgeving.theme
        self._t = load("vandaag").met(omgeving.plek.profiel.zeg)

    def papieren(self, beeld: VandaagBeeld) -> ListRow | None:
        """What somebody still has to get, and what goes along to the visits of today; None for a day without either."""
        t, aantal, laat = load("bezorging"), beeld.te_bezorgen, beeld.te_laat
        if not aantal and not any(bezoek.huishouden_id for bezoek in beeld.bezoeken):
            return None
        kop = t("vandaag.een") if aantal == 1 else t("vandaag.aantal", aantal=aantal)
        over = (t("vandaag.laat_een") if laat == 1 else t("vandaag.laat", aantal=laat)) if laat else ""
        row = ListRow(self._theme, kop if aantal else t("vandaag.naar"), over or t("vandaag.bezoek"), icon="print")
        row.setObjectName("bezorgen")
        row.clicked.connect(lambda: self._omgeving.ga.bezorgen())
        return row

    def bezoek(self, bezoek: Bezoek, plaats: int, aantal: int) -> TimelineItem:
        t = self._t
        kaart = Rows(self._theme)
        titel = bezoek.onderwerp or t("bezoeken.onderwerp")
        if bezoek.huishouden_id is None:
            inloop = ListRow(self._theme, "", bezoek.waar, lead=titel)
            inloop.setObjectName(f"bezoek_{plaats}")
            inloop.clicked.connect(lambda: self._omgeving.ga.inloop())
            kaart.add(inloop)
        else:
            waar = bezoek.waar or (t("bezoeken.geheim") if bezoek.kop and bezoek.kop.geheim_adres else "")
            ver = t("bezoeken.afstand", km=bezoek.afstand_km) if bezoek.afstand_km else ""
            chips = visit_chips(self._theme, self._omgeving.plek.profiel, bezoek)
            onder = " · ".join(filter(None, (waar, ver)))
            rij = ListRow(self._theme, titel, onder, lead=bezoek.voorletters, extra=chips)
            rij.setAccessibleDescription(chips.accessibleName())
            rij.setObjectName(f"bezoek_{plaats}")
            rij.clicked.connect(partial(self._omgeving.ga.dossier, bezoek.huishouden_id))
            kaart.add(rij)
        return TimelineItem(
            self._theme,
            toon_tijd(bezoek.tijd_van) if bezoek.tijd_van else "",
            kaart,
            until=toon_tijd(bezoek.tijd_tot) if bezoek.tijd_tot else "",
            top=16,
            first=plaats == 0,
            last=plaats == aantal - 1,
        )

    def termijn(self, termijn: LopendeTermijn) -> ListRow:
        som, over, onderwerp = termijn.som, termijn.dagen_over, termijn.waarover or self._t("let_op.onderzoek")
        blokken = TermBlocks(self._theme, (som.wettelijk_einde - som.begin).days, over)
        rij = ListRow(self._theme, onderwerp, som.een_regel, right=term_words(over), lead=termijn.voor, mark=blokken)
        if over <= SPOED_DAGEN:
            rij.content.right.set_kleur(term_kleur(over))
            rij.content.right.set_vet(True)
        rij.setObjectName(f"termijn_{termijn.van_id}")
        ga = self._omgeving.ga
        naar = ga.termijn if termijn.verzoek_id is None else partial(ga.rechten, deel="verzoeken")
        rij.clicked.connect(partial(naar, termijn.huishouden_id))
        return rij

    def belofte(self, belofte: Belofte) -> ListRow | InfoRow:
        """One that is late stands out, in words too. Without a dossier there is nowhere to go."""
        t = self._t
        dag = t("beloofd.te_laat" if belofte.te_laat else "beloofd.voor", datum=datum_kort(belofte.uiterlijk))
        titel = t("beloofd.wat", wat=belofte.wat)
        sub = " · ".join(filter(None, (belofte.voorletters, belofte.kern, dag)))
        rij: ListRow | InfoRow
        if belofte.huishouden_id is None:
            rij = InfoRow(self._theme, titel, sub, "praat")
        else:
            rij = ListRow(self._theme, titel, sub, "praat")
            rij.clicked.connect(partial(self._omgeving.ga.dossier, belofte.huishouden_id))
        inhoud = rij.content if isinstance(rij, ListRow) else rij
        inhoud.sub.set_kleur("fout" if belofte.te_laat else "inkt2")
        rij.setObjectName(f"beloofd_{belofte.id}")
        return rij

    def _toegang(self, taak: Taak) -> ListRow:
        """A hand-over that waits, a first step, a brede uitvraag that was skipped, or a mantelzorger whom nobody asked
        for a cycle how it goes: the row leads there.
        """
        key = f"nog_te_doen.{taak.soort.name.lower()}"
        sub = " · ".join(filter(None, (taak.kern, self._t(f"{key}_uitleg"))))
        rij = ListRow(self._theme, self._t(key, wie=taak.voorletters, van=taak.van), sub, "map")
        rij.setObjectName(f"{taak.soort.name.lower()}_{taak.huishouden_id}")
        ga = self._omgeving.ga
        elders = {
            TaakSoort.UITVRAAG: ga.eerste_vraagverheldering,
            TaakSoort.EERSTE_STAP: ga.dossier,
            TaakSoort.DRAAGKRACHT: ga.mantelzorg,
        }
        rij.clicked.connect(partial(elders.get(taak.soort, ga.overdracht), taak.huishouden_id))
        return rij

    def _deskundige(self, taak: Taak) -> ListRow:
        """A deskundige who did not answer for a while; the row leads to the question."""
        t, ga = self._t, self._omgeving.ga
        sinds = t("nog_te_doen.deskundige_uitleg", datum=datum_kort(taak.sinds)) if taak.sinds else ""
        sub = " · ".join(filter(None, (taak.kern, sinds)))
        rij = ListRow(self._theme, t("nog_te_doen.deskundige", wie=taak.voorletters), sub, "praat")
        rij.setObjectName(f"deskundige_{taak.huishouden_id}")
        rij.clicked.connect(lambda: ga.onderzoek(taak.huishouden_id, taak.melding_id))
        return rij

    def _mensen(self, taak: Taak) -> ListRow:
        """About who the people are: two who may be one, or who goes on with a question of who died."""
        t, ga, key = self._t, self._omgeving.ga, "verder" if taak.paar is None else "dubbel"
        zin = t(f"nog_te_doen.{key}", wie=taak.voorletters)
        rij = ListRow(self._theme, zin, t(f"nog_te_doen.{key}_uitleg"), "mensen")
        if taak.paar is None:
            rij.clicked.connect(partial(ga.mensen, taak.huishouden_id))
        else:
            rij.clicked.connect(partial(ga.samenvoegen, *taak.paar))
        rij.setObjectName(f"{key}_{taak.paar[0] if taak.paar else taak.huishouden_id}")
        return rij

    def taak(self, taak: Taak, vandaag: date) -> ListRow:
        t = self._t
        if taak.soort in _TOEGANG:
            return self._toegang(taak)
        if taak.soort is TaakSoort.DESKUNDIGE:
            return self._deskundige(taak)
        if taak.soort is TaakSoort.WIE_VERDER or taak.paar is not None:
            return self._mensen(taak)
        if taak.soort is TaakSoort.TWEE_VERSIES:
            rij = ListRow(
                self._theme,
                t("nog_te_doen.twee_versies", wie=taak.voorletters),
                t("nog_te_doen.twee_versies_uitleg"),
                "kopie",
            )
        elif taak.soort is TaakSoort.REDEN_TE_LAAT:
            zin = t("nog_te_doen.reden", wie=taak.voorletters)
            rij = ListRow(self._theme, zin, t("nog_te_doen.reden_uitleg"), "letop")
        elif taak.soort in (TaakSoort.AANNEMEN, TaakSoort.SPOED):
            rij = self._nieuwe_melding(taak)
        else:
            dagen = (vandaag - taak.sinds).days if taak.sinds else 0
            wacht = t("nog_te_doen.een_dag") if dagen == 1 else t("nog_te_doen.dagen", aantal=dagen)
            sleutel = "nog_te_doen.eerste_contact_te_laat" if taak.te_laat else "nog_te_doen.eerste_contact"
            zin = t(sleutel, wie=taak.voorletters, dagen=wacht)
            sinds = t("nog_te_doen.sinds", datum=datum_kort(taak.sinds)) if taak.sinds else ""
            rij = ListRow(self._theme, zin, " · ".join(deel for deel in (taak.kern, sinds) if deel), "praat")
        om_een_reden, ga = taak.soort is TaakSoort.REDEN_TE_LAAT, self._omgeving.ga
        rij.setObjectName(f"{_NAAM.get(taak.soort, 'taak')}_{taak.huishouden_id}")
        rij.clicked.connect(partial(ga.termijn if om_een_reden else ga.dossier, taak.huishouden_id))
        return rij

    def _nieuwe_melding(self, taak: Taak) -> ListRow:
        """One that is of nobody yet, or one that cannot wait; which of the two, the words and the icon say."""
        t, spoed = self._t, taak.soort is TaakSoort.SPOED
        zin = t("nog_te_doen.spoed" if spoed else "nog_te_doen.aannemen", wie=taak.voorletters)
        sinds = t("nog_te_doen.sinds", datum=datum_kort(taak.sinds)) if taak.sinds else ""
        onder = " · ".join(deel for deel in (taak.kern, sinds) if deel)
        return ListRow(self._theme, zin, onder, "letop" if spoed else "plus")

    def signaal(self, taak: SignaalTaak) -> ListRow:
        """What a signal or a worry asks: about what and where, never about whom."""
        t, ga, soort = self._t, self._omgeving.ga, taak.soort.name.lower()
        is_zorg = taak.soort is SignaalTaakSoort.ZORG
        sinds = t("signaal.zorg_van" if is_zorg else "signaal.van", datum=datum_kort(taak.sinds))
        wat = taak.categorie or t("signaal.signaal")
        zin = t(f"signaal.{soort}", wat=f"{wat[:1].upper()}{wat[1:]}")
        rij = ListRow(self._theme, zin, " · ".join(filter(None, (taak.kern, sinds))), "praat" if is_zorg else "vlag")
        rij.setObjectName(f"{'zorg' if is_zorg else 'signaal'}_{taak.id}")
        if is_zorg:
            rij.clicked.connect(partial(ga.bezorgdheid, taak.id))
        elif taak.soort is SignaalTaakSoort.TWEE_VERSIES:
            rij.clicked.connect(partial(ga.conflict, taak.id, taak.eenheid, ga.vandaag))
        else:
            rij.clicked.connect(partial(ga.signaal, signaal_id=taak.id))
        return rij
