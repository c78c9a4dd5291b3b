#!/usr/bin/env python3
"""Show on a bare Debian that a fresh clone takes care of itself: `sudo python3 installer/kaal_debian.py`.

Makes a Debian root with only python3, python3-venv and CA certificates (mmdebstrap, as root), puts a clean clone of
this repository in it, and runs there `do.py test`, `check`, `demo`, `run` and the ways of pip, each with its time and
exit status. Mirror, package index, certificates and proxies are taken from this machine's own configuration while it
runs; nothing of that is written into the repository. Exit status 1 when a step did not do what was expected of it.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = "python3,python3-venv,ca-certificates"
HOME = "/srv/kernnetwerk"
# Name, what is run in the clone, and the exit status that is right: without a screen `run` says so and ends with 2.
PIP_TEST = "/srv/alles/bin/pip install -q -e '.[app,server,test]' && QT_QPA_PLATFORM=offscreen /srv/alles/bin/pytest -q"
PIP = (
    "/srv/leeg/bin/pip install -q . && cd /"
    " && { /srv/leeg/bin/kernnetwerk 2>&1 || true; } | grep -F 'kernnetwerk[app]'"
    " && { /srv/leeg/bin/kernnetwerk-server 2>&1 || true; } | grep -F 'kernnetwerk[server]'"
)
STEPS = (
    ("test", "python3 do.py test", 0),
    ("check", "python3 do.py check", 0),
    ("demo", "python3 do.py demo --uit /srv/demo", 0),
    ("eisen", "python3 do.py eisen | tail -1", 0),
    ("run", "python3 do.py run", 2),
    ("tweede", "time python3 do.py test --collect-only -q | tail -1", 0),
    ("pip", f"python3 -m venv /srv/leeg && {PIP}", 0),
    ("pip-test", f"python3 -m venv /srv/alles && {PIP_TEST}", 0),
)


def output(*command: str) -> str:
    return subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True).stdout


def mirrors(suite: str) -> list[str]:
    """Give this machine's own apt lines for `suite`; without any, mmdebstrap takes its default mirror."""
    lines = output("apt-get", "indextargets", "--format", "$(REPO_URI) $(RELEASE) $(COMPONENT)", "Created-By: Packages")
    wanted = (line.split() for line in dict.fromkeys(lines.splitlines()))
    return [f"deb {uri} {release} {component}" for uri, release, component in wanted if release.startswith(suite)]


def pip_settings() -> dict[str, str]:
    """Give what pip here is told by files and variables, as PIP_ variables; local folders stay behind."""
    settings = {}
    for line in output(sys.executable, "-m", "pip", "config", "list").splitlines():
        key, _, value = line.partition("=")
        words = [word for word in value.strip("'\"").split() if not word.startswith(("file:", "/opt", "/srv", "/mnt"))]
        option = key.split(".")[-1].replace("-", "_").upper()
        if words and option not in ("FIND_LINKS", "TARGET", "PREFIX", "USER"):
            settings[f"PIP_{option}"] = " ".join(words)
    return settings


def make_root(folder: Path, suite: str) -> None:
    """Make the bare root, with this machine's certificates and names of hosts."""
    subprocess.run(
        ["mmdebstrap", "--quiet", "--variant=minbase", f"--include={PACKAGES}", suite, str(folder), *mirrors(suite)],
        check=True,
    )
    for path in ("/etc/resolv.conf", "/etc/hosts", "/etc/ssl/certs/ca-certificates.crt"):
        if Path(path).is_file():
            shutil.copyfile(path, folder / path.lstrip("/"))


def clone(folder: Path, work_tree: bool) -> None:
    """Put a clean clone in the root: what is committed, or with `work_tree` what git would commit now."""
    target = folder / HOME.lstrip("/")
    if not work_tree:
        subprocess.run(["git", "clone", "--quiet", "--no-hardlinks", str(ROOT), str(target)], check=True)
        return
    listed = output("git", "-C", str(ROOT), "ls-files", "-z", "--cached", "--others", "--exclude-standard")
    for name in filter(None, listed.split("\0")):
        if (ROOT / name).is_file():
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, target / name)


def run_inside(folder: Path, command: str) -> int:
    """Run a shell line in the root, in its own mount namespace and without this machine's other variables."""
    passed = {name: value for name, value in os.environ.items() if name.lower().endswith("_proxy")}
    variables = {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "HOME": "/root", "LANG": "C.UTF-8", "TERM": "dumb"}
    variables |= passed | pip_settings()
    mounts = (
        f"mount -t proc proc {folder}/proc && mount --rbind /dev {folder}/dev && mount -t tmpfs tmpfs {folder}/tmp"
        f" && exec chroot {folder} /bin/bash -c "
    )
    line = f"set -eo pipefail; cd {HOME}; {command}"
    inside = ["unshare", "--mount", "--fork", "/bin/sh", "-c", mounts + '"$0"', line]
    return subprocess.run(inside, env=variables, check=False).returncode


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("--suite", default="bookworm", help="Debian release (default: bookworm, Debian 12)")
    parser.add_argument("--werkboom", action="store_true", help="take the work tree instead of the last commit")
    parser.add_argument("--bewaar", action="store_true", help="leave the root where it is and say where")
    parser.add_argument("stappen", nargs="*", metavar="STAP", help=", ".join(name for name, _, _ in STEPS))
    chosen = parser.parse_args()
    if os.geteuid() != 0 or not shutil.which("mmdebstrap"):
        print("Start dit als root op een machine met mmdebstrap (apt-get install mmdebstrap).", file=sys.stderr)
        return 2
    folder = Path(tempfile.mkdtemp(prefix="kaal-"))
    folder.chmod(0o755)
    rows = []
    try:
        make_root(folder, chosen.suite)
        clone(folder, chosen.werkboom)
        for name, command, expected in STEPS:
            if chosen.stappen and name not in chosen.stappen:
                continue
            print(f"\n=== {name}: {command}", flush=True)
            started = time.monotonic()
            status = run_inside(folder, command)
            good = "goed" if status == expected else f"FOUT, verwacht {expected}"
            rows.append(
                (name, status == expected, f"{name:10} {time.monotonic() - started:6.0f} s  status {status}: {good}")
            )
    finally:
        if chosen.bewaar:
            print(f"De kale root staat in {folder}")
        else:
            shutil.rmtree(folder, ignore_errors=True)
    print("\n" + "\n".join(line for _, _, line in rows))
    return 0 if rows and all(good for _, good, _ in rows) else 1


if __name__ == "__main__":
    sys.exit(main())
