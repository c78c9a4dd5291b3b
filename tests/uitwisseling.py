"""Hands the operations of one laptop to another, as an exchange would, without a server between them."""

from kernnetwerk_app.services.werkplek import Werkplek

ALLES = 100_000


def breng_over(van: Werkplek, naar: Werkplek) -> None:
    """Everything that `van` wrote itself arrives at `naar`; arriving twice changes nothing."""
    with van.store.read() as lezer:
        operaties = lezer.te_versturen(ALLES)
    with naar.store.write() as werk:
        werk.receive(operaties)
        werk.commit("sync.ronde")


def wissel_uit(een: Werkplek, ander: Werkplek) -> None:
    """Both ways."""
    breng_over(een, ander)
    breng_over(ander, een)
