"""What goes wrong while making a document."""

from kernnetwerk_app.domain.errors import KernnetwerkError


class DocumentError(KernnetwerkError):
    """A document could not be made. Says nothing of its content, and has no cause attached that does."""

    code = "document.mislukt"
