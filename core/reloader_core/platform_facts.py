"""What differs between the platforms: names, places and traps of a Python; locked files.

Every function takes the platform's name, so that Windows' and macOS' logic runs
in the tests on Linux; only the last ones, which call the system, cannot be told
another one. Holds no state; any thread may ask. Chooses and starts nothing.
"""

from __future__ import annotations

import contextlib
import enum
import os
import signal
import stat
import struct
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

THIS: str = sys.platform

CREATE_NO_WINDOW = 0x08000000  # subprocess has the name only on Windows
_ACL = "system.posix_acl_access"
_ACL_USER, _ACL_OWN_GROUP, _ACL_GROUP, _ACL_MASK, _MAY_WRITE = 0x02, 0x04, 0x08, 0x10, 0o2
LONGEST_CWD = 258  # CreateProcess: MAX_PATH - 2, also where longer paths are enabled


def venv_python(environment: Path, platform: str) -> Path:
    if platform == "win32":
        return environment / "Scripts" / "python.exe"
    return environment / "bin" / "python"


def console_python(python: Path, platform: str) -> Path:
    """A windowed program runs on pythonw.exe; a script needs its neighbour."""
    if platform == "win32" and python.name.lower() == "pythonw.exe":
        neighbour = python.with_name("python.exe")
        return neighbour if os.path.isfile(neighbour) else python
    return python


def python_commands(platform: str) -> tuple[tuple[str, ...], ...]:
    """What a user types to start Python, best first; each with the file names it may have.

    pyenv-win's shims are .bat files.
    """
    if platform == "win32":
        return ("py.exe",), ("python.exe", "python.bat")
    return ("python3",), ("python",)


def home(environ: Mapping[str, str], platform: str) -> Path | None:
    value = environ.get("USERPROFILE" if platform == "win32" else "HOME")
    return Path(value) if value else None


def path_folders(environ: Mapping[str, str], platform: str) -> list[Path]:
    """The folders of PATH, in order; relative ones are left out (never the current folder)."""
    entries = environ.get("PATH", "").split(";" if platform == "win32" else ":")
    folders = [Path(entry.strip('"')) for entry in entries]
    return [folder for folder in folders if folder.is_absolute()]


def usual_folders(environ: Mapping[str, str], platform: str) -> list[Path]:
    """Where `python3` lies although PATH may not say so.

    What is started from Finder or the Dock gets /usr/bin:/bin:/usr/sbin:/sbin as its
    PATH, whatever the user's shell has: Homebrew's and python.org's Python would
    never be found, only Apple's.
    """
    if platform != "darwin":
        return []
    places = [Path("/Library/Frameworks/Python.framework/Versions/Current/bin")]
    places += [Path("/opt/homebrew/bin"), Path("/usr/local/bin")]
    user = home(environ, platform)
    return ([user / ".pyenv" / "shims"] if user else []) + places


def is_apples_folder(folder: Path, platform: str) -> bool:
    """Apple's own python3 comes after everything that the user installed."""
    return platform == "darwin" and folder == Path("/usr/bin")


def is_shared_root(folder: Path, platform: str) -> bool:
    """Every user of a Windows machine may make folders in C:\\, so nobody's choice is there."""
    return platform == "win32" and folder.parent == folder


def is_named_like_python(file: Path) -> bool:
    """All that is known of a file that must not be started."""
    name = file.name.lower()
    return any(part in name for part in ("python", "pypy", "graalpy")) or name == "py.exe"


class Stub(enum.Enum):
    """A file that is named like a Python and does something else."""

    MICROSOFT = "It only opens the Microsoft Store."
    APPLE = "It only offers to install Apple's developer tools."


def stub(python: Path, platform: str) -> Stub | None:
    """None where it may be a Python."""
    if platform == "win32" and _is_store_stub(python):
        return Stub.MICROSOFT
    if platform == "darwin" and _is_apple_stub(python):
        return Stub.APPLE
    return None


def _is_store_stub(python: Path) -> bool:
    """python.exe and python3.exe in WindowsApps are the Store's advertisement until a
    Python of the Store lies there in a folder of its own. `py.exe` there is never a
    stub: it is the install manager of python.org. https://github.com/python/pymanager
    """
    folder = python.parent
    if [part.lower() for part in folder.parts[-2:]] != ["microsoft", "windowsapps"]:
        return False
    if python.name.lower() not in ("python.exe", "python3.exe", "pythonw.exe", "pythonw3.exe"):
        return False
    try:
        return not any(
            name.lower().startswith("pythonsoftwarefoundation.python.")
            for name in os.listdir(folder)
        )
    except OSError:
        return True


def _is_apple_stub(python: Path) -> bool:
    """Without the developer tools, starting /usr/bin/python3 opens a dialog box."""
    tools = (
        "/Library/Developer/CommandLineTools/usr/bin/python3",
        "/Applications/Xcode.app/Contents/Developer/usr/bin/python3",
        "/var/db/xcode_select_link",
    )
    return python.parent == Path("/usr/bin") and not any(map(os.path.exists, tools))


def creation_flags(platform: str) -> int:
    """For Popen: a windowed program's console child would open a black window."""
    return CREATE_NO_WINDOW if platform == "win32" else 0


def can_start_in(folder: Path, platform: str) -> bool:
    """Windows starts nothing in a folder whose path is too long."""
    return platform != "win32" or len(str(folder)) <= LONGEST_CWD


def is_local_drive(root: str) -> bool:
    r"""Whether `C:\` is a disk of this computer that has its medium; asks no drive."""
    if sys.platform != "win32":
        return True
    from ctypes import wintypes

    from reloader_core.kernel32 import declared

    fixed, memory = 3, 6
    ask = declared(("GetDriveTypeW", wintypes.UINT, (wintypes.LPCWSTR,))).GetDriveTypeW
    return ask(root) in (fixed, memory)


def is_anybodys(environment: Path) -> bool:
    """Whether a stranger has put it where every user may put something, as in /tmp.

    It was never meant for what the user has beside or below it (git's safe.directory,
    CVE-2022-24765). Not asked on Windows, where is_shared_root says all that is known.
    """
    if sys.platform == "win32":
        return False
    try:
        all_may_write = os.stat(environment.parent).st_mode & stat.S_IWOTH
        return bool(all_may_write) and os.stat(environment).st_uid not in (0, os.geteuid())
    except OSError:
        return True


def keeps_owners(platform: str) -> bool:
    """Windows has lists of rights in their place, which are not asked: what lies in a user's
    own folders only they and administrators may change, and C:\\ itself is passed over."""
    return platform != "win32"


def described() -> str:
    """Our own Python and the system, for a report: 'Python 3.11.7, Linux x86_64'."""
    import platform

    return f"Python {platform.python_version()}, {platform.system()} {platform.machine()}"


def user_id() -> int:
    if sys.platform == "win32":
        return 0
    return os.geteuid()


def user_name(uid: int) -> str:
    if sys.platform != "win32":
        import pwd

        with contextlib.suppress(KeyError):
            return pwd.getpwuid(uid).pw_name
    return f"number {uid}"


def other_members(gid: int, uid: int) -> str:
    """The name of a group that somebody besides this user and root is in, or an empty one."""
    if sys.platform == "win32":
        return ""
    import grp
    import pwd

    try:
        group = grp.getgrgid(gid)
    except KeyError:
        return ""
    ours = {user_name(0), user_name(uid)}
    is_shared = any(name not in ours for name in group.gr_mem)
    # Whose first group it is does not stand in its list.
    is_shared = is_shared or any(
        user.pw_gid == gid and user.pw_uid not in (0, uid) for user in pwd.getpwall()
    )
    return group.gr_name if is_shared else ""


def writers(file: Path, group: int) -> tuple[list[int], list[int]]:
    """(users, groups) that may write a file beside its owner, where its mode says that some may.

    `group`: the file's own. On Linux a list of rights may name others, and the mode does not say
    whom: acl(5), linux/posix_acl_xattr.h.
    """
    users: list[int] = []
    if sys.platform != "linux":
        return users, [group]
    try:
        entries = list(struct.iter_unpack("<HHI", os.getxattr(file, _ACL)[4:]))
    except (OSError, struct.error):  # there is none, as a rule
        return users, [group]
    mask = next((rights for tag, rights, _ in entries if tag == _ACL_MASK), _MAY_WRITE)
    groups: list[int] = []
    for tag, rights, number in entries:
        if rights & mask & _MAY_WRITE and tag in (_ACL_USER, _ACL_GROUP, _ACL_OWN_GROUP):
            into = users if tag == _ACL_USER else groups
            into.append(group if tag == _ACL_OWN_GROUP else number)
    return users, groups


def end_group(process: subprocess.Popen[bytes]) -> None:
    """Ends a process that was started in a session of its own and is not yet waited for.

    On Windows only itself: `py` takes its Python along, a .bat that hangs does not.
    """
    if sys.platform == "win32":
        process.kill()
    else:
        # EPERM is macOS' answer where only the zombie is left.
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)


def clear_terminal(file: int) -> None:
    """With what was scrolled away, so that the first line is the new run's."""
    if sys.platform == "win32":
        subprocess.run(["cmd", "/c", "cls"], check=False)  # older consoles know no sequences
    else:
        with contextlib.suppress(OSError):
            os.write(file, b"\x1b[H\x1b[2J\x1b[3J")


def try_lock(file: int) -> bool:
    """Lock an open file until it is closed, however its process ends.

    False: somebody else has it, or this file system knows no locks.
    """
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
