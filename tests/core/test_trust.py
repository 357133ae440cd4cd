"""A Python that somebody else could have changed is not started without the user's word."""

from __future__ import annotations

import os
import shutil
import struct
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from reloader_core import Danger, Doubt, Trust
from reloader_core.disk.mounts import Mount, Mounts
from reloader_core.python import interpreters
from reloader_core.python.interpreters import Ourselves, candidates, choose

pytestmark = pytest.mark.posix

BASE = Path(getattr(sys, "_base_executable", sys.executable))
ROOT = Path(interpreters.__file__).parents[2]
NOBODY = Ourselves(environment=None, base=None, version="3.12.1")
STRANGER = 12345
as_root = pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can give a file away"
)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """With an environment whose Python leaves a mark when it is started."""
    folder = tmp_path / "project"
    python = folder / ".venv" / "bin" / "python"
    (folder / ".venv" / "lib" / "python3.11" / "site-packages").mkdir(parents=True)
    python.parent.mkdir()
    (folder / ".venv" / "pyvenv.cfg").write_text("version = 3.12.1\n")
    (folder / "base").mkdir()
    real = folder / "base" / "python3.11"
    real.write_text(f'#!/bin/sh\necho started >> {tmp_path}/alarm\nexec {BASE} "$@"\n')
    real.chmod(0o755)
    python.symlink_to(real)
    (folder / "game.py").write_text("import sys; print('ran', sys.version_info[0])\n")
    for place in (folder, *folder.rglob("*")):
        if not place.is_symlink():
            place.chmod(place.stat().st_mode & ~0o022)
    return folder


PARTS = [
    ".venv",
    ".venv/pyvenv.cfg",
    ".venv/bin",
    ".venv/lib",
    ".venv/lib/python3.11",
    ".venv/lib/python3.11/site-packages",
    "base",
    "base/python3.11",
]


def doubt_of(project: Path, **more: object) -> Doubt | None:
    return Trust(**more).doubt(project / ".venv" / "bin" / "python")  # type: ignore[arg-type]


def test_the_users_own_is_used_at_once(project: Path) -> None:
    assert doubt_of(project) is None


@as_root
@pytest.mark.parametrize("part", [*PARTS, ".venv/bin/python"])
def test_another_users_part(project: Path, tmp_path: Path, part: str) -> None:
    os.chown(project / part, STRANGER, -1, follow_symlinks=False)
    doubt = doubt_of(project)
    assert doubt is not None
    assert (doubt.danger, doubt.file) == (Danger.OWNED, project / part)
    assert doubt.who == f"number {STRANGER}"
    found = choose(project, environ={"PATH": ""}, ourselves=NOBODY)
    assert found.doubt == doubt and not found.is_confirmed
    assert found.version == "3.12.1", "as it is written: it was not started"
    assert not (tmp_path / "alarm").exists()


@pytest.mark.parametrize("part", PARTS)
def test_a_part_that_everybody_may_write(project: Path, part: str) -> None:
    (project / part).chmod(0o777)
    doubt = doubt_of(project)
    assert doubt is not None
    assert (doubt.danger, doubt.file) == (Danger.WRITABLE_BY_ALL, project / part)


def test_a_file_of_ones_own_in_a_sticky_folder_is_ones_own(project: Path) -> None:
    (project / "base").chmod(0o1777)
    assert doubt_of(project) is None
    (project / ".venv" / "lib" / "python3.11" / "site-packages").chmod(0o1777)
    assert doubt_of(project) is not None, "a .pth file beside the packages would run"


@as_root
def test_a_group_counts_if_somebody_else_is_in_it(project: Path) -> None:
    import grp
    import pwd

    shared = next(
        (
            user.pw_gid
            for user in pwd.getpwall()
            if user.pw_uid != 0 and grp.getgrgid(user.pw_gid).gr_name
        ),
        None,
    )
    assert shared is not None
    folder = project / ".venv"
    folder.chmod(0o775)
    assert doubt_of(project) is None, "root's own group"
    os.chown(folder, -1, 54321)
    assert doubt_of(project) is None, "a group that nobody is in"
    os.chown(folder, -1, shared)
    doubt = doubt_of(project)
    assert doubt is not None
    assert (doubt.danger, doubt.who) == (Danger.WRITABLE_BY_GROUP, grp.getgrgid(shared).gr_name)


def test_a_list_of_rights_is_read(project: Path) -> None:
    """setfacl -m u:12345:rwx: the mode shows that a group may write, and the group is one's own."""
    entries = [(1, 7, -1), (2, 7, STRANGER), (4, 5, -1), (0x10, 7, -1), (0x20, 5, -1)]
    packed = struct.pack("<I", 2) + b"".join(struct.pack("<HHi", *each) for each in entries)
    folder = project / ".venv" / "lib" / "python3.11" / "site-packages"
    try:
        os.setxattr(folder, "system.posix_acl_access", packed)
    except (OSError, AttributeError):
        pytest.skip("no such lists here")
    doubt = doubt_of(project)
    assert doubt is not None
    assert (doubt.danger, doubt.file) == (Danger.WRITABLE_BY_USER, folder)
    assert doubt.who == f"number {STRANGER}"
    folder.chmod(0o755)  # takes the right from all who are named
    assert doubt_of(project) is None


def test_where_a_copied_python_has_its_library_from_counts(project: Path, tmp_path: Path) -> None:
    shutil.copy(project / "base" / "python3.11", project / "copy")
    (project / ".venv" / "bin" / "python").unlink()
    (project / "copy").rename(project / ".venv" / "bin" / "python")
    (tmp_path / "other" / "bin").mkdir(parents=True)
    (project / ".venv" / "pyvenv.cfg").write_text(f"home = {tmp_path / 'other' / 'bin'}\n")
    assert doubt_of(project) is None
    (tmp_path / "other" / "bin").chmod(0o777)
    doubt = doubt_of(project)
    assert doubt is not None and doubt.file == tmp_path / "other" / "bin"


@pytest.mark.parametrize(
    ("kind", "asked"), [("vfat", False), ("ntfs3", False), ("9p", False), ("ext4", True)]
)
def test_modes_are_not_asked_where_none_are_kept(project: Path, kind: str, asked: bool) -> None:
    for part in PARTS:
        (project / part).chmod(0o777)
    mounts = Mounts(lambda: [Mount("/", kind)])
    assert (doubt_of(project, mounts=mounts) is not None) == asked


def test_windows_is_not_asked(project: Path) -> None:
    (project / ".venv").chmod(0o777)
    assert Trust().doubt(project / ".venv" / "bin" / "python", "win32") is None


def test_an_answer_holds_for_exactly_that_environment(project: Path, tmp_path: Path) -> None:
    (project / ".venv").chmod(0o777)
    found = choose(project, environ={"PATH": ""}, ourselves=NOBODY)
    assert found.doubt is not None
    answer = frozenset({found.doubt.mark})
    trust = Trust(accepted=answer)
    accepted = choose(project, environ={"PATH": ""}, ourselves=NOBODY, trust=trust)
    assert accepted.doubt is None and accepted.is_confirmed
    refused = Trust(refused=answer)
    assert list(candidates(project, {"PATH": ""}, ourselves=NOBODY, trust=refused)) == []
    (project / ".venv").rename(project / "old")
    (project / ".venv").mkdir(mode=0o777)
    (project / ".venv").chmod(0o777)
    for name in ("bin", "lib", "pyvenv.cfg"):
        (project / "old" / name).rename(project / ".venv" / name)
    again = choose(project, environ={"PATH": ""}, ourselves=NOBODY, trust=trust)
    assert again.doubt is not None, "this is another folder"


def test_an_answer_does_not_cover_another_danger(project: Path) -> None:
    (project / ".venv" / "bin").chmod(0o777)
    doubt = doubt_of(project)
    assert doubt is not None
    (project / ".venv").chmod(0o777)
    trust = Trust(accepted=frozenset({doubt.mark}))
    found = choose(project, environ={"PATH": ""}, ourselves=NOBODY, trust=trust)
    assert found.doubt is not None


@as_root
def test_what_a_stranger_put_where_all_may_write_is_passed_over(
    project: Path, tmp_path: Path
) -> None:
    shared = tmp_path / "tmp"
    shared.mkdir()
    shared.chmod(0o1777)
    os.rename(project / ".venv", shared / ".venv")
    mine = shared / "mine"
    mine.mkdir()
    assert len(list(candidates(mine, {"PATH": ""}, ourselves=NOBODY))) == 1
    os.chown(shared / ".venv", STRANGER, -1)
    assert list(candidates(mine, {"PATH": ""}, ourselves=NOBODY)) == []


# ---------------------------------------------------------------- the command, as a second user


def everybodys_python() -> Path | None:
    """One that a user of no rights can start, and that Reloader runs on."""
    check = "import sys; sys.exit(sys.version_info < (3, 11))"
    for python in (BASE, Path("/usr/bin/python3"), Path("/usr/local/bin/python3")):
        try:
            done = subprocess.run([python, "-I", "-c", check], cwd="/", **VISITOR)
        except OSError:
            continue
        if done.returncode == 0:
            return python
    return None


VISITOR: dict[str, Any] = {"user": 65534, "group": 65534, "extra_groups": []}


@as_root
def test_the_command_refuses_another_users_environment_unless_it_is_named(
    project: Path, tmp_path: Path
) -> None:
    everybodys = everybodys_python()
    shut = [each for each in (ROOT, *ROOT.parents) if each.stat().st_mode & 0o005 != 0o005]
    if everybodys is None or shut:
        pytest.skip(f"only root can start this Python, or read this checkout: {shut}")
    for folder in (tmp_path, *tmp_path.parents[:-2]):
        folder.chmod(0o755)
    alarm = tmp_path / "alarm"
    alarm.touch()
    alarm.chmod(0o666)
    real = project / "base" / "python3.11"
    real.write_text(real.read_text().replace(str(BASE), str(everybodys)))
    for place in (project, *project.rglob("*")):
        os.chown(place, STRANGER, -1, follow_symlinks=False)
    packages = [path for path in sys.path if path.endswith("site-packages")]

    def reloader(*args: str) -> subprocess.CompletedProcess[str]:
        environ = {"PATH": "/usr/bin:/bin", "PYTHONPATH": os.pathsep.join([str(ROOT), *packages])}
        return subprocess.run(
            [everybodys, "-m", "reloader_core", "--once", *args],
            cwd=project,
            env={**environ, "HOME": "/nonexistent"},
            capture_output=True,
            text=True,
            timeout=60,
            **VISITOR,
        )

    python = project / ".venv" / "bin" / "python"
    refused = reloader("game.py")
    assert refused.returncode == 2
    assert f"{project}/.venv belongs to another user (number {STRANGER})" in refused.stderr
    assert refused.stderr.rstrip().endswith(f"name it: --python {python}")
    assert alarm.read_text() == ""
    named = reloader("--python", str(python), "game.py")
    assert named.stdout == "ran 3\n", named.stderr
    assert "started" in alarm.read_text()
