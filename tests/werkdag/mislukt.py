"""Why the day ended early, in a sentence."""


class WerkdagMislukt(AssertionError):
    """A check of the working day that did not hold, as one sentence."""
