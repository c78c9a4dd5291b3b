"""What people paste and programs send: the numbered list of bad inputs, each with its number as the name of its test.

Every text gets a word behind it that starts with `SENTINEL`, to look for in whatever a run leaves behind.
"""

SENTINEL = "Zwaluwnest"

_WORD = (
    "<html xmlns:o='urn:schemas-microsoft-com:office:office'><p class=MsoNormal style='mso-fareast-language:NL'>"
    "<o:p>&nbsp;</o:p><img src='http://voorbeeld.example/volg.gif?id=1' width=1 height=1></p></html>"
)

KORT: dict[str, str] = {
    "15 namen": "'s-Gravenzande O'Brien Şükrü İıĞğ Nguyễn Thị Ánh ʻOkina IJsselmeer Ĳsselmeer",
    "16 een letter": "O",
    "17 NFC naast NFD": "Zoë Zoe\u0308 é e\u0301",
    "19 zalgo": "z" + "".join(chr(0x300 + n % 112) for n in range(200)),
    "20 en 55 emoji": "\U0001f468\u200d\U0001f469\u200d\U0001f467 \U0001f1f3\U0001f1f1 \U0001f44d\U0001f3fd\U0001f600",
    "21 besturing": "".join(map(chr, range(1, 32))) + "\x7f\x85\x9f een\u2028twee\u2029drie",
    "21 en 25 niet te zien": "voor\0na \ufeff\ufffe\uffff\ufdd0 \u200b\u2060\u00ad\u3164\u2800",
    "26 opmaak": "<b>&amp;</b> <script>alert(1)</script> {{7*7}} {0.__class__} %s %n '; DROP TABLE doel; --",
    "28 CRLF": "Anna\r\nSet-Cookie: kern=1\r\n\r\n",
    "29 en 30 lijkt op": "Jаnsen Αnna € 1.234,56 en 1,234.56",
    "31 uit Word": _WORD,
    "39 bedragen": "€ -0,01 en 1.000.000.000.000.000 en 1e15 en -0",
    "41 rekeningnummers": "NL00 BANK 0123 4567 89 klopt niet, DE89 3704 0044 0532 0130 00 is van elders",
    "43 tot 50 zoektekens": '" * a* -schulden tekst:x ^begin AND NOT a OR NEAR(a b) (((( c++ c# .net',
    "57 tot 62 paden": r"..\..\x ../../etc/passwd C:\Windows\x \\voorbeeld.example\x a:b:$DATA CON" + " \u202egpj.exe",
    "74 halve tekens": "half \ud83d en \udc00 heel \ud83d\ude00",
    "83 klikbaar": "[klik](javascript:alert(1)) https://voorbeeld.example/x?y=1 mailto:a@voorbeeld.example",
    "84 plaatje": '<img src="/etc/passwd"/><img src="file:///etc/passwd"/><img src="http://voorbeeld.example/x.png"/>',
    "85 en 86": '<a href="javascript:alert(1)">x</a><font color="[[[getattr(pow, Word(\'__globals__\'))]]]">y</font>',
    "89 geen letter in het font": "中文字 ไทย हिन्दी \ue000 \U00013000",
    "89 rechts naar links": "שלום مرحبا \u200fabc",
    "PDF zelf": r"(haakje \) en \377 en <FEFF> en EMC Q ET endstream endobj",
}
"""Each fits on a line of 300 characters together with that word."""

LANG: dict[str, str] = {
    "19 zalgo van vierhonderd": "z" + "".join(chr(0x300 + n % 112) for n in range(400)),
    "31 Word in het groot": _WORD * 10,
    "90 hoger dan een blad": "\n".join(f"regel {n} van een afspraak" for n in range(120)),
}
"""For fields of free text only."""

REUZEN: dict[str, str] = {
    "24 woord van honderdduizend": "w" * 100_000,
    "87 tweeduizend tags": "<b>" * 2_000 + "diep" + "</b>" * 2_000,
    "88 zo lang als een veld": "Ik wil graag weer naar buiten. " * 6_451,
}
"""For one field: in all of them together it would be more than one paper holds."""


def met_sentinel(nummer: str) -> tuple[str, str]:
    """The text with this number and the word behind it, which stands in no other text."""
    alle = KORT | LANG | REUZEN
    woord = f"{SENTINEL}{list(alle).index(nummer):03}"
    return f"{alle[nummer]} {woord}", woord
