"""The deeds by the name that stories give them. Each does through the services what a screen does after a form."""

from collections.abc import Callable, Mapping

from kernnetwerk_app.oefengemeente import daden_dossier, daden_plan, daden_toegang, daden_voordeur

DADEN: Mapping[str, Callable[..., None]] = {
    "signaal": daden_voordeur.neem_signaal_op,
    "signaal verder": daden_voordeur.ga_verder_met_signaal,
    "melding": daden_voordeur.neem_melding_op,
    "melding uit signaal": daden_voordeur.maak_melding_van_signaal,
    "melding uit inloop": daden_voordeur.maak_melding_van_contact,
    "verteld": daden_voordeur.vertel,
    "antwoord": daden_voordeur.noteer_antwoord,
    "zorg": daden_voordeur.geef_zorg_door,
    "spreekuur": daden_voordeur.houd_spreekuur,
    "sociale kaart": daden_voordeur.stel_voor_op_kaart,
    "gegevens": daden_dossier.vul_gegevens_aan,
    "persoon": daden_dossier.voeg_persoon_toe,
    "relatie": daden_dossier.leg_relatie_vast,
    "bijzonderheid": daden_dossier.leg_bijzonderheid_vast,
    "verblijf": daden_dossier.leg_verblijf_vast,
    "veiligheid": daden_dossier.leg_veiligheid_vast,
    "aantekening": daden_dossier.schrijf_aantekening,
    "bezoek": daden_dossier.plan_bezoek,
    "bezoek geweest": daden_dossier.rond_bezoek_af,
    "belofte": daden_dossier.beloof,
    "belofte gedaan": daden_dossier.kom_belofte_na,
    "eerste": daden_toegang.verhelder_eerst,
    "eerste klaar": daden_toegang.rond_eerste_af,
    "triage": daden_toegang.oordeel,
    "overdracht": daden_toegang.bied_aan,
    "overdracht antwoord": daden_toegang.antwoord_op_overdracht,
    "steun": daden_toegang.begin_steun,
    "steun klaar": daden_toegang.eindig_steun,
    "niveau": daden_toegang.stel_niveau_vast,
    "gesprek": daden_plan.voer_gesprek,
    "deskundige": daden_plan.vraag_deskundige,
    "deskundige antwoord": daden_plan.noteer_van_deskundige,
    "plan": daden_plan.begin_plan,
    "stap gedaan": daden_plan.tik_stap,
    "doel anders": daden_plan.schrijf_doel_anders,
    "tekenen": daden_plan.laat_tekenen,
}
