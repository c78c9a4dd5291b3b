"""One program per data folder, and no lock that outlives its program."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from kernnetwerk_app.store.errors import AlGestart
from kernnetwerk_app.store.instance_lock import BESTAND, InstanceLock

HOLD = """
import sys
from pathlib import Path
from kernnetwerk_app.store.instance_lock import InstanceLock
lock = InstanceLock(Path(sys.argv[1]))
print("vast", flush=True)
sys.stdin.read()
"""


def test_second_lock_on_a_folder_is_refused_with_the_process_that_has_it(tmp_path: Path) -> None:
    with InstanceLock(tmp_path), pytest.raises(AlGestart) as caught:
        InstanceLock(tmp_path)
    assert caught.value.pid == os.getpid()


def test_two_folders_in_one_process_do_not_hinder_each_other(tmp_path: Path) -> None:
    with InstanceLock(tmp_path / "a"), InstanceLock(tmp_path / "b"):
        pass


def test_released_folder_can_be_taken_again(tmp_path: Path) -> None:
    lock = InstanceLock(tmp_path)
    lock.release()
    lock.release()
    InstanceLock(tmp_path).release()


def test_lock_of_a_killed_process_is_taken_over(tmp_path: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, tmp_path], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "vast\n"
        with pytest.raises(AlGestart) as caught:
            InstanceLock(tmp_path)
        assert caught.value.pid == other.pid
        other.kill()
        other.wait()
        with InstanceLock(tmp_path):
            assert int((tmp_path / BESTAND).read_bytes()) == os.getpid()


def test_old_file_with_nonsense_is_no_lock(tmp_path: Path) -> None:
    (tmp_path / BESTAND).write_bytes(b"\xff" * 1000)
    InstanceLock(tmp_path).release()
