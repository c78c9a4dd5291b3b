"""Files as people choose them, made in memory: photographs with a place in them, papers that are more than paper."""

import zlib
from io import BytesIO

import pikepdf
from PIL import Image
from PIL.PngImagePlugin import PngInfo
from reportlab.pdfgen.canvas import Canvas

GPS = b"52.5018"
"""Stands in the metadata of every photograph that is made here."""


def foto(breed: int = 40, hoog: int = 20, gedraaid: bool = False) -> bytes:
    """A JPEG, red at the left and blue at the right, taken at a place, by a telephone; `gedraaid`: held on its side."""
    beeld = Image.new("RGB", (breed, hoog), (200, 0, 0))
    beeld.paste((0, 0, 200), (breed // 2, 0, breed, hoog))
    return als_foto(beeld, gedraaid)


def als_foto(beeld: Image.Image, gedraaid: bool = False) -> bytes:
    """This picture as a telephone writes it, with the place in it."""
    exif = Image.Exif()
    exif[0x0110] = "Telefoon " + GPS.decode()
    exif[0x0112] = 6 if gedraaid else 1
    exif.get_ifd(0x8825).update({1: "N", 2: (52.0, 30.0, 6.5), 3: "E", 4: (6.0, 4.0, 0.0)})
    uit = BytesIO()
    beeld.save(uit, "JPEG", exif=exif, comment=GPS, quality=95)
    return uit.getvalue()


def png(breed: int = 30, hoog: int = 30) -> bytes:
    """A PNG that one can see through, with a remark in it."""
    info = PngInfo()
    info.add_text("Description", GPS.decode())
    uit = BytesIO()
    Image.new("RGBA", (breed, hoog), (0, 0, 0, 0)).save(uit, "PNG", pnginfo=info)
    return uit.getvalue()


def leeg_png(breed: int, hoog: int) -> bytes:
    """The beginning of a PNG that says that it is so large, in three colours; what it would show is not in it."""

    def deel(naam: bytes, inhoud: bytes) -> bytes:
        return len(inhoud).to_bytes(4) + naam + inhoud + zlib.crc32(naam + inhoud).to_bytes(4)

    kop = breed.to_bytes(4) + hoog.to_bytes(4) + bytes((8, 2, 0, 0, 0))
    delen = (deel(b"IHDR", kop), deel(b"IDAT", zlib.compress(bytes(1000))), deel(b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(delen)


def papier(
    bladen: int = 1, *, script: bool = False, bestand: bool = False, slot: str = "", ingepakt: bool = True
) -> bytes:
    """A PDF of so many pages; with a script, with a file in it, or locked with a password."""
    document = pikepdf.new()
    for _ in range(bladen):
        document.add_blank_page(page_size=(595, 842))
    if script:
        daad = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert('x')")
        document.Root.OpenAction = document.make_indirect(daad)
    if bestand:
        document.attachments["brief.txt"] = b"Iets anders."
    uit = BytesIO()
    vorm = pikepdf.ObjectStreamMode.generate if ingepakt else pikepdf.ObjectStreamMode.disable
    encryptie = pikepdf.Encryption(owner="x" + slot, user=slot) if slot else False
    document.save(uit, object_stream_mode=vorm, encryption=encryptie, deterministic_id=not slot)
    return uit.getvalue()


def eindeloos() -> bytes:
    """A PDF of a few kilobytes whose page draws itself for hours: a drawing of drawings, twelve to the ninth."""
    uit = BytesIO()
    canvas = Canvas(uit, invariant=1)
    for diepte in range(9):
        canvas.beginForm(f"v{diepte}")
        for nummer in range(12):
            if diepte:
                canvas.doForm(f"v{diepte - 1}")
            else:
                canvas.rect(nummer, nummer, 400, 400, fill=1)
        canvas.endForm()
    canvas.doForm("v8")
    canvas.showPage()
    canvas.save()
    return uit.getvalue()
