"""The vault: only the right passphrase opens it, nothing damaged or changed does, and each refusal has a name."""

import base64
import hashlib
import json
import os
import subprocess
import sys
import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from kernnetwerk_app import teksten
from kernnetwerk_app.domain.errors import KernnetwerkError
from kernnetwerk_app.store import errors, keyfile, vault
from kernnetwerk_app.store.keyfile import KOPIE, NAAM, Kosten

LICHT = Kosten(memory_kib=19 * 1024, iterations=1, lanes=1)
ZIN = "klemtoon huisje dwerg oever telegraaf"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "kluis"
    vault.create(place, ZIN, LICHT).close()
    return place


def rewrite(path: Path, change: Callable[[dict[str, Any]], object]) -> None:
    """Change the key file as someone would who also knows how to compute its checksum."""
    content = json.loads(path.read_bytes())
    content.pop("checksum")
    change(content)
    canonical = json.dumps(content, sort_keys=True, separators=(",", ":")).encode()
    path.write_text(json.dumps({**content, "checksum": hashlib.sha256(canonical).hexdigest()}), encoding="utf-8")


def test_argon2id_gives_the_vector_of_rfc_9106() -> None:
    derived = Argon2id(
        salt=b"\x02" * 16, length=32, iterations=3, lanes=4, memory_cost=32, ad=b"\x04" * 12, secret=b"\x03" * 8
    ).derive(b"\x01" * 32)
    assert derived.hex() == "0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659"


def test_unlocking_gives_the_keys_it_was_made_with(tmp_path: Path) -> None:
    made = vault.create(tmp_path, ZIN, LICHT)
    opened = vault.unlock(tmp_path, ZIN)
    assert (opened.db_key, opened.audit_key, opened.store_id) == (made.db_key, made.audit_key, made.store_id)
    assert len({bytes(made.db_key), bytes(made.audit_key), bytes(32)}) == 3
    assert (made.is_new, opened.is_new, opened.from_copy) == (True, False, False)


def test_two_vaults_with_one_passphrase_have_different_keys(tmp_path: Path) -> None:
    first, second = vault.create(tmp_path / "a", ZIN, LICHT), vault.create(tmp_path / "b", ZIN, LICHT)
    assert first.db_key != second.db_key


def test_default_costs_in_the_file_are_256_mib_and_three_passes(tmp_path: Path) -> None:
    vault.create(tmp_path, ZIN)
    (slot,) = json.loads((tmp_path / NAAM).read_bytes())["slots"]
    assert (slot["memory_kib"], slot["iterations"], slot["lanes"]) == (262_144, 3, 1)


def test_wrong_passphrase_is_refused(folder: Path) -> None:
    with pytest.raises(errors.WachtzinOnjuist):
        vault.unlock(folder, ZIN + "s")


@pytest.mark.skipif(os.name == "nt", reason="Windows has no mode bits; there the folder of the user is the wall")
def test_only_this_user_may_read_the_vault(folder: Path) -> None:
    assert folder.stat().st_mode & 0o777 == 0o700
    assert {path.stat().st_mode & 0o777 for path in folder.iterdir()} == {0o600}


def test_the_files_hold_neither_passphrase_nor_key(folder: Path) -> None:
    opened = vault.unlock(folder, ZIN)
    for path in folder.iterdir():
        content = path.read_bytes()
        for secret in (ZIN.encode(), bytes(opened.db_key), bytes(opened.audit_key)):
            assert secret not in content
            assert base64.b64encode(secret) not in content
            assert secret.hex().encode() not in content


def test_creating_twice_never_replaces_a_key(folder: Path) -> None:
    before = (folder / NAAM).read_bytes()
    with pytest.raises(errors.SleutelbestandBestaatAl):
        vault.create(folder, "een heel andere wachtzin", LICHT)
    (folder / NAAM).unlink()
    with pytest.raises(errors.SleutelbestandBestaatAl):
        vault.create(folder, "een heel andere wachtzin", LICHT)
    assert (folder / KOPIE).read_bytes() == before


@pytest.mark.parametrize(
    "zin",
    [
        "één café, naïeve coördinatie",
        "👩‍👩‍👧‍👦🇳🇱🚲🌷🧀🌧️⛵🐄🎈🧡",
        "x" * 250 + " eind.",
        "  spaties voor en na  ",
        "314159265358979323846",
        "tab\ten\nregel en \x00 nul",
    ],
)
def test_any_text_may_be_a_passphrase(tmp_path: Path, zin: str) -> None:
    made = vault.create(tmp_path, zin, LICHT)
    assert vault.unlock(tmp_path, zin).db_key == made.db_key


def test_composed_and_decomposed_letters_are_the_same_passphrase(tmp_path: Path) -> None:
    zin = "één café, naïeve coördinatie"
    made = vault.create(tmp_path, unicodedata.normalize("NFD", zin), LICHT)
    assert vault.unlock(tmp_path, unicodedata.normalize("NFC", zin)).db_key == made.db_key


def test_spaces_at_the_ends_and_capitals_count(tmp_path: Path) -> None:
    vault.create(tmp_path, " Vijf Woorden met spatie ", LICHT)
    for other in ("Vijf Woorden met spatie", " vijf woorden met spatie "):
        with pytest.raises(errors.WachtzinOnjuist):
            vault.unlock(tmp_path, other)


@pytest.mark.parametrize(
    ("zin", "error"),
    [
        ("x" * 257, errors.WachtzinTeLang),
        ("x" * 10_000_000, errors.WachtzinTeLang),
        ("ﷺ" * 100, errors.WachtzinTeLang),
        ("", errors.WachtzinOnbruikbaar),
        ("halve \ud83d emoji", errors.WachtzinOnbruikbaar),
    ],
)
def test_impossible_passphrase_is_named_and_not_repeated(folder: Path, zin: str, error: type[KernnetwerkError]) -> None:
    with pytest.raises(error) as caught:
        vault.unlock(folder, zin)
    assert caught.value.args == (error.code,)
    assert caught.value.__cause__ is None


def test_256_characters_are_allowed_also_when_typed_decomposed(tmp_path: Path) -> None:
    zin = "é" * 256
    made = vault.create(tmp_path, zin, LICHT)
    assert vault.unlock(tmp_path, unicodedata.normalize("NFD", zin)).db_key == made.db_key


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("memory_kib", 8 * 1024),
        ("memory_kib", 64 * 1024 * 1024),
        ("memory_kib", -1),
        ("iterations", 0),
        ("iterations", 11),
        ("lanes", 5),
        ("lanes", 10**30),
    ],
)
def test_costs_outside_the_bounds_are_refused_before_any_work(
    folder: Path, monkeypatch: pytest.MonkeyPatch, field: str, value: int
) -> None:
    rewrite(folder / NAAM, lambda content: content["slots"][0].update({field: value}))
    monkeypatch.setattr(vault, "_stretch", lambda *_: pytest.fail("derived with refused costs"))
    with pytest.raises(errors.KostenGeweigerd):
        vault.unlock(folder, ZIN)


def test_a_vault_is_not_made_with_weak_costs(tmp_path: Path) -> None:
    with pytest.raises(errors.KostenGeweigerd):
        vault.create(tmp_path, ZIN, Kosten(memory_kib=8 * 1024))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "change",
    [
        lambda content: content["slots"][0].update(memory_kib=20 * 1024),
        lambda content: content["slots"][0].update(iterations=2),
        lambda content: content["slots"][0].update(salt=base64.b64encode(bytes(16)).decode()),
        lambda content: content.update(store_id="00000000-0000-4000-8000-000000000000"),
    ],
    ids=["memory", "iterations", "salt", "store id"],
)
def test_everything_in_the_slot_is_bound_to_the_key(folder: Path, change: Callable[[dict[str, Any]], object]) -> None:
    rewrite(folder / NAAM, change)
    with pytest.raises(errors.WachtzinOnjuist):
        vault.unlock(folder, ZIN)


def test_a_slot_of_another_store_does_not_open_this_one(folder: Path, tmp_path: Path) -> None:
    vault.create(tmp_path / "ander", ZIN, LICHT)
    foreign = json.loads((tmp_path / "ander" / NAAM).read_bytes())["slots"]
    rewrite(folder / NAAM, lambda content: content.update(slots=foreign))
    with pytest.raises(errors.WachtzinOnjuist):
        vault.unlock(folder, ZIN)


DAMAGED = {
    "empty": b"",
    "truncated": None,
    "no json": b"\x00\xff\x00",
    "null": b"null",
    "list": b"[]",
    "number": b"3",
    "text": b'"sleutels"',
    "deep": b"[" * 60_000,
    "huge": b" " * 70_000,
    "huge number": b'{"format": ' + b"9" * 5000 + b"}",
    "no fields": b"{}",
    "format is true": b'{"format": true}',
    "format is text": b'{"format": "1"}',
}


@pytest.mark.parametrize("content", DAMAGED.values(), ids=DAMAGED)
def test_damaged_key_file_is_said_when_the_copy_is_gone_too(folder: Path, content: bytes | None) -> None:
    whole = (folder / NAAM).read_bytes()
    (folder / NAAM).write_bytes(whole[: len(whole) // 2] if content is None else content)
    (folder / KOPIE).unlink()
    with pytest.raises(errors.SleutelbestandBeschadigd):
        vault.unlock(folder, ZIN)


@pytest.mark.parametrize("field", ["memory_kib", "iterations", "lanes", "salt", "nonce", "wrapped", "kind"])
@pytest.mark.parametrize("value", [None, True, [], {}, 1.5, "x", "AAAA"])
def test_other_json_types_in_the_slot_are_damage(folder: Path, field: str, value: object) -> None:
    (folder / KOPIE).unlink()
    rewrite(folder / NAAM, lambda content: content["slots"][0].update({field: value}))
    with pytest.raises(errors.SleutelbestandBeschadigd):
        vault.unlock(folder, ZIN)


def test_one_flipped_bit_anywhere_is_never_called_a_wrong_passphrase(folder: Path) -> None:
    whole = (folder / NAAM).read_bytes()
    for place in range(0, len(whole), 7):
        flipped = bytes([*whole[:place], whole[place] ^ 1, *whole[place + 1 :]])
        with pytest.raises(errors.SleutelbestandBeschadigd):
            keyfile.parse(flipped)


@pytest.mark.parametrize("broken", [None, b"", b'{"format": 1}'], ids=["missing", "empty", "damaged"])
def test_copy_opens_the_vault_and_restores_the_key_file(folder: Path, broken: bytes | None) -> None:
    whole = (folder / NAAM).read_bytes()
    (folder / NAAM).unlink()
    if broken is not None:
        (folder / NAAM).write_bytes(broken)
    assert vault.unlock(folder, ZIN).from_copy
    assert (folder / NAAM).read_bytes() == whole
    assert not vault.unlock(folder, ZIN).from_copy


def test_lost_copy_is_made_again_at_the_next_unlock(folder: Path) -> None:
    (folder / KOPIE).unlink()
    vault.unlock(folder, ZIN)
    assert (folder / KOPIE).read_bytes() == (folder / NAAM).read_bytes()


def test_copy_of_another_store_is_left_alone(folder: Path, tmp_path: Path) -> None:
    vault.create(tmp_path / "ander", "een heel andere wachtzin", LICHT)
    other = (tmp_path / "ander" / NAAM).read_bytes()
    (folder / KOPIE).write_bytes(other)
    vault.unlock(folder, ZIN)
    assert (folder / KOPIE).read_bytes() == other


def test_missing_key_file_is_said(tmp_path: Path) -> None:
    with pytest.raises(errors.SleutelbestandOntbreekt):
        vault.unlock(tmp_path, ZIN)
    with pytest.raises(errors.SleutelbestandOntbreekt):
        vault.unlock(tmp_path / "geen map", ZIN)


def test_newer_format_is_not_called_damage(folder: Path) -> None:
    (folder / NAAM).write_text('{"format": 2, "iets": "nieuws"}', encoding="utf-8")
    with pytest.raises(errors.SleutelbestandNieuwer):
        vault.unlock(folder, ZIN)


def test_unreadable_key_file_is_not_called_damage(tmp_path: Path) -> None:
    (tmp_path / NAAM).mkdir()
    with pytest.raises(errors.SleutelbestandOnleesbaar):
        vault.unlock(tmp_path, ZIN)


def test_changing_the_passphrase_keeps_the_keys_and_shuts_out_the_old_one(folder: Path) -> None:
    before = bytes(vault.unlock(folder, ZIN).db_key)
    vault.change_passphrase(folder, ZIN, "vijf andere woorden dan eerst")
    assert vault.unlock(folder, "vijf andere woorden dan eerst").db_key == before
    with pytest.raises(errors.WachtzinOnjuist):
        vault.unlock(folder, ZIN)
    (folder / NAAM).unlink()
    with pytest.raises(errors.WachtzinOnjuist):  # nor by way of the copy
        vault.unlock(folder, ZIN)


def test_changing_with_the_wrong_passphrase_changes_nothing(folder: Path) -> None:
    before = (folder / NAAM).read_bytes()
    with pytest.raises(errors.WachtzinOnjuist):
        vault.change_passphrase(folder, "niet deze woorden", "vijf andere woorden dan eerst")
    assert (folder / NAAM).read_bytes() == before


def test_slots_of_a_later_version_survive_a_change(folder: Path) -> None:
    later = {"kind": "recovery", "iets": [1, 2, 3]}
    rewrite(folder / NAAM, lambda content: content["slots"].append(later))
    vault.change_passphrase(folder, ZIN, "vijf andere woorden dan eerst")
    assert later in json.loads((folder / NAAM).read_bytes())["slots"]


def test_failed_write_leaves_the_old_key_and_no_leftovers(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", full)
        with pytest.raises(errors.SleutelbestandOnschrijfbaar):
            vault.change_passphrase(folder, ZIN, "vijf andere woorden dan eerst")
    assert sorted(path.name for path in folder.iterdir()) == [NAAM, KOPIE]
    vault.unlock(folder, ZIN)


def test_closing_zeroes_the_keys_and_gives_them_no_more(folder: Path) -> None:
    opened = vault.unlock(folder, ZIN)
    held = (opened.db_key, opened.audit_key)
    opened.close()
    opened.close()
    assert held == (bytearray(32), bytearray(32))
    with pytest.raises(RuntimeError):
        _ = opened.db_key


def test_printing_an_open_vault_shows_nothing(folder: Path) -> None:
    with vault.unlock(folder, ZIN) as opened:
        assert repr(opened) == str(opened) == "<OpenVault open>"


LOW_MEMORY = """
import resource, sys
from pathlib import Path
from kernnetwerk_app.store import errors, vault
import cryptography.hazmat.primitives.ciphers.aead, cryptography.hazmat.primitives.kdf.hkdf
import cryptography.hazmat.primitives.kdf.argon2
resource.setrlimit(resource.RLIMIT_AS, (220 << 20, 220 << 20))
try:
    vault.unlock(Path(sys.argv[1]), sys.argv[2])
except errors.GeheugenTekort:
    print("te weinig geheugen")
"""


@pytest.mark.skipif(
    sys.platform != "linux", reason="needs RLIMIT_AS; elsewhere tests/ui/test_ontgrendelen.py says it is out"
)
def test_too_little_memory_is_not_called_a_wrong_passphrase(folder: Path) -> None:
    rewrite(folder / NAAM, lambda content: content["slots"][0].update(memory_kib=1024 * 1024))
    ran = subprocess.run([sys.executable, "-c", LOW_MEMORY, folder, ZIN], capture_output=True, text=True, check=True)
    assert ran.stdout == "te weinig geheugen\n"


def test_the_vault_opens_without_a_database_library(folder: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from kernnetwerk_app.store import vault;"
        "vault.unlock(Path(sys.argv[1]), sys.argv[2]);"
        "print(sorted({'sqlalchemy', 'sqlmodel', 'pydantic', 'sqlcipher3', 'requests'} & set(sys.modules)))"
    )
    ran = subprocess.run([sys.executable, "-c", code, folder, ZIN], capture_output=True, text=True, check=True)
    assert ran.stdout == "[]\n"


def test_importing_the_vault_leaves_cryptography_for_later() -> None:
    code = "import sys, kernnetwerk_app.store.vault; print('cryptography' in sys.modules)"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout == "False\n"


def test_every_code_of_the_store_has_a_sentence() -> None:
    zinnen = teksten.load("kluis")
    classes = [kind for kind in vars(errors).values() if isinstance(kind, type) and issubclass(kind, KernnetwerkError)]
    assert len(classes) > 20
    assert [kind.__name__ for kind in classes if kind is not KernnetwerkError and kind.code not in zinnen] == []
