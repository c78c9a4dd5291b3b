"""Enrolment over HTTP, in JSON: the only messages that a device without a number can send."""

from typing import TypeVar

from fastapi import APIRouter, Response
from pydantic import BaseModel, ValidationError

from kernnetwerk_app.oplog.codec import OnleesbaarBericht
from kernnetwerk_app.oplog.enrolment import (
    PAD_AANVRAAG,
    PAD_STAND,
    AanvraagAntwoord,
    AanvraagBericht,
    StandBericht,
)
from kernnetwerk_server.enrolment_service import EnrolmentService
from kernnetwerk_server.signed import Lichaam, Ondertekend

Bericht = TypeVar("Bericht", bound=BaseModel)


def router(service: EnrolmentService) -> APIRouter:
    """Two POSTs: ask to be enrolled, and ask how one stands."""
    routes = APIRouter()

    @routes.post(PAD_AANVRAAG)
    def request(lichaam: Lichaam) -> Response:
        vingerafdruk = service.request(_read(AanvraagBericht, lichaam))
        return _json(AanvraagAntwoord(vingerafdruk=vingerafdruk))

    @routes.post(PAD_STAND)
    def standing(ondertekend: Ondertekend) -> Response:
        return _json(service.standing(_read(StandBericht, ondertekend.lichaam), ondertekend))

    return routes


def _read(soort: type[Bericht], lichaam: bytes) -> Bericht:
    try:
        return soort.model_validate_json(lichaam)
    except ValidationError:
        raise OnleesbaarBericht from None


def _json(antwoord: BaseModel) -> Response:
    return Response(antwoord.model_dump_json(), media_type="application/json")
