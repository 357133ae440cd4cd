"""POSIX: the small process that owns the children and outlives the supervisor.

Started by posix.py as `python -I -S guardian.py FD`, in a session of its own;
single-threaded, standard library only, imports nothing of ours. It spawns, signals
and reaps; it talks in JSON lines over the socket FD, file descriptors come along
by SCM_RIGHTS. When that socket ends, the supervisor is dead, however it died: the
guardian kills everything that descends from it and ends too. On Linux it is a
subreaper, so that no descendant can leave it, and below a second one, the keeper,
which only waits for its end, to kill what it left; elsewhere the process groups that
it saw below the child have to do. Paths and words come as bytes written in latin-1.
"""

# This never runs on Windows, whose stubs lack half of the names:
# mypy: disable-error-code="attr-defined"

from __future__ import annotations

import contextlib
import json
import os
import selectors
import signal
import socket
import subprocess
import sys
import time
from typing import Any

LEFT_S = 0.3  # how long what a script left behind may take at least
TERM_SHARE = 0.7  # of its time: who has not ended by SIGINT gets SIGTERM
RING_AGAIN_S = (0.02, 0.06)
KILL_AGAIN_S = 0.005
STUCK_S = 2.0  # a process in uninterruptible sleep: said, not hung on
SWEEP_S = 10.0  # how long to go on killing when nobody is left to tell
SWEEP_AGAIN_S = 1.0  # the same where it was tried for long already
LOOK_S = 1.0  # how often to look at what is stuck; without a subreaper, at running trees
AGENT_FD = 230  # far from the numbers that a script's own files get, or a daemon closes
PARENT_DEATH_SIGNAL, CHILD_SUBREAPER = 1, 36  # linux/prctl.h
OPENED_MARK = b"\0RELOADER_OPENED=%d\0"
SCRIPTS_MARK = b"\0RELOADER_PID="
IGNORED = tuple(
    getattr(signal, name)
    for name in ("SIGINT", "SIGTERM", "SIGHUP", "SIGPIPE")
    if hasattr(signal, name)  # this module imports on Windows, too
)
Table = dict[int, tuple[int, int, bytes]]
"""pid -> (parent's pid, process group, when it was started) of what is not a zombie.
A pid may be another program's by now; with the start it is one process."""


def prctl(option: int, value: int) -> None:
    """Linux only; everywhere else nothing happens."""
    if _libc is not None:
        _libc.prctl(option, value, 0, 0, 0)


def _load_libc() -> Any:
    if not sys.platform.startswith("linux"):
        return None
    import ctypes

    return ctypes.CDLL(None, use_errno=True)


_libc = _load_libc()


class Root:
    """One spawned child: the root of a tree."""

    def __init__(self, number: int, pid: int) -> None:
        self.number = number
        self.pid = pid
        self.alive = True
        self.parked = True  # has not begun its script, so no orphan can be its
        self.groups = {pid}  # how orphans are known where they do not become ours
        self.left = 0
        self.ending = False
        self.term_at = self.kill_at = 0.0
        self.stuck_at = 0.0
        self.said_stuck = False


def read_stat(pid: int) -> tuple[bytes, int, int, bytes]:
    """State, parent, process group and start of a process. Linux only."""
    with open("/proc/%d/stat" % pid, "rb") as file:
        fields = file.read().rpartition(b")")[2].split()
    return fields[0], int(fields[1]), int(fields[2]), fields[19]


def signal_masks(pid: int) -> tuple[set[int], set[int]]:
    """Which signals a process catches, and which it ignores. Nothing where nobody can tell."""
    found: dict[bytes, set[int]] = {}
    with contextlib.suppress(OSError, ValueError), open("/proc/%d/status" % pid, "rb") as file:
        for line in file:
            name, _, mask = line.partition(b":")
            if name in (b"SigCgt", b"SigIgn"):
                bits = int(mask, 16)
                found[name] = {number for number in range(1, 65) if bits >> (number - 1) & 1}
    return found.get(b"SigCgt", set()), found.get(b"SigIgn", set())


def process_table() -> Table:
    table: Table = {}
    if _libc is not None:
        for name in os.listdir("/proc"):
            if name.isdigit():
                with contextlib.suppress(OSError, IndexError, ValueError):
                    state, parent, group, start = read_stat(int(name))
                    if state not in (b"Z", b"X"):
                        table[int(name)] = (parent, group, start)
        return table
    listing = subprocess.run(
        ["/bin/ps", "-axo", "pid=,ppid=,pgid=,stat=,lstart="], capture_output=True, check=False
    ).stdout
    for line in listing.splitlines():
        pid, above, its_group, state, *started = line.split()
        if not state.startswith(b"Z"):
            table[int(pid)] = (int(above), int(its_group), b" ".join(started))
    return table


def children_in(table: Table) -> dict[int, list[int]]:
    below: dict[int, list[int]] = {}
    for pid, (parent, _group, _started) in table.items():
        below.setdefault(parent, []).append(pid)
    return below


def send(pid: int, started: bytes, number: int) -> None:
    """Signal this process, and no other that has its number by now: a handle taken before
    the look at the start stands for what was looked at. (None to be had: macOS, Linux
    before 5.3; then the look is as near to the signal as can be.)"""
    handle = None
    with contextlib.suppress(OSError, AttributeError):
        handle = os.pidfd_open(pid)
    with contextlib.suppress(OSError, IndexError):
        if _libc is not None and read_stat(pid)[3] != started:
            pass
        elif handle is None:
            os.kill(pid, number)
        else:
            signal.pidfd_send_signal(handle, number)
    if handle is not None:
        os.close(handle)


def kill_all(table: Table, pids: set[int]) -> None:
    """Whole groups at once, so that none can fork its way out; but only a group of which a
    member is our own child: until we reap that, no stranger can get the group's number."""
    for group in {table[pid][1] for pid in pids if table[pid][0] == os.getpid() or _libc is None}:
        members = {pid for pid, (_parent, its, _started) in table.items() if its == group}
        if group > 1 and members <= pids:
            with contextlib.suppress(OSError):
                os.killpg(group, signal.SIGKILL)
    for pid in pids:
        send(pid, table[pid][2], signal.SIGKILL)


def has_only_roots(roots: set[int]) -> bool:
    """A quick look (0.05 ms where a full table takes 5): no children but these?"""
    if _libc is None:  # then what is left is nobody's child
        return False
    with contextlib.suppress(OSError):
        path = "/proc/self/task/%d/children" % os.getpid()
        with open(path, "rb") as file:
            return {int(pid) for pid in file.read().split()} <= roots
    return False


def is_users_own(pid: int, guardian: int, *, below_one: bool = False) -> bool:
    """Did the script open this for the user (a browser)? The agent marked its environment.
    `below_one`: such a process is its parent. Then it is one as well if it cannot be told
    (another environment), but not if it has the script's: a shell that becomes a browser
    (exec) may have started a server before."""
    try:
        with open("/proc/%d/environ" % pid, "rb") as file:
            environ = b"\0" + file.read() + b"\0"
    except OSError:
        return below_one
    if OPENED_MARK % guardian in environ:
        return True
    return below_one and SCRIPTS_MARK not in environ


def keep(guardian: int) -> None:
    """The second line: when the guardian has ended, however it did, kill what is left. It
    holds no file but one end of a pipe, does nothing, and so has nothing to fail at."""
    while True:
        pid, status = os.waitpid(-1, 0)
        if pid == guardian:
            break
    deadline = time.monotonic() + (SWEEP_S if status else SWEEP_AGAIN_S)
    looks_in_vain = 0  # two: a process that forks and ends during the first can hide its child
    while looks_in_vain < 2 and time.monotonic() < deadline:
        with contextlib.suppress(ChildProcessError):
            while os.waitpid(-1, os.WNOHANG)[0]:
                pass
        found = kill_below(os.getpid(), guardian)
        looks_in_vain = 0 if found else looks_in_vain + 1
        if found:
            time.sleep(KILL_AGAIN_S)


def kill_below(top: int, guardian: int) -> bool:
    """Kill what descends from this process, but for what is the user's own. Was there any?"""
    table = process_table()
    below = children_in(table)
    queue, found = [(pid, False) for pid in below.get(top, ())], set()
    while queue:
        pid, below_one = queue.pop()
        opened = is_users_own(pid, guardian, below_one=below_one)
        if not opened:
            found.add(pid)
        queue += [(child, opened) for child in below.get(pid, ())]
    kill_all(table, found)
    return bool(found)


class Guardian:
    def __init__(self, connection: socket.socket, keeper: int | None) -> None:
        self.connection = connection
        self.keeper = keeper  # a pipe that ends when the keeper does
        self.roots: dict[int, Root] = {}
        self.starting: dict[int, Root] = {}  # exec's error pipe -> root
        self.selector = selectors.DefaultSelector()
        self.buffer = b""
        self.fds: list[int] = []
        self.unsent = b""
        self.obeyed = self.told = 0  # the number of the last command; what the host knows of it
        self.table: Table = {}  # as tree() last saw it
        self.users_own: set[tuple[int, bytes]] = set()  # pid, start
        self.look_at = 0.0
        self.bells: list[tuple[float, Root, int]] = []  # when to ring again, whom, its pid

    # -- the loop

    def run(self) -> None:
        wake, wake_in = socket.socketpair()
        for end in (wake, wake_in, self.connection):
            end.setblocking(False)
        signal.signal(signal.SIGCHLD, lambda *_: None)
        signal.set_wakeup_fd(wake_in.fileno(), warn_on_full_buffer=False)
        for reader in (self.connection, wake, self.keeper):
            if reader is not None:
                self.selector.register(reader, selectors.EVENT_READ)
        self.say(event="up", child=0, pid=os.getpid())
        while True:
            writing = selectors.EVENT_WRITE if self.unsent else 0
            self.selector.modify(self.connection, selectors.EVENT_READ | writing)
            events = self.selector.select(self.patience())
            ready = [key.fileobj for key, event in events if event & selectors.EVENT_READ]
            if self.unsent:
                self.flush()
            if wake in ready:
                with contextlib.suppress(BlockingIOError):
                    wake.recv(4096)
            for fd in [fd for fd in self.starting if fd in ready]:
                self.on_exec(fd)
            if self.connection in ready and not self.read_commands():
                return
            if self.keeper in ready:  # killed: without it nothing is certain any more
                return
            self.reap()  # after the commands: a 'go' came before what it brought about
            self.go_on_ending()
            self.ring_again()
            if _libc is None and time.monotonic() >= self.look_at:
                self.look_at = time.monotonic() + LOOK_S
                self.recount()

    def patience(self) -> float | None:
        """How long to wait for something to happen."""
        ending = [root for root in self.roots.values() if root.ending]
        if ending:
            return LOOK_S if all(root.said_stuck for root in ending) else KILL_AGAIN_S
        if self.bells:
            return max(0.0, min(when for when, _root, _pid in self.bells) - time.monotonic())
        looks = _libc is None and any(not root.parked for root in self.roots.values())
        return LOOK_S if looks else None

    def read_commands(self) -> bool:
        try:
            data, fds, _flags, _address = socket.recv_fds(self.connection, 1 << 16, 64)
        except BlockingIOError:
            return True
        except OSError:
            return False
        for fd in fds:
            os.set_inheritable(fd, False)
        self.fds += fds
        if not data:
            return False
        *lines, self.buffer = (self.buffer + data).split(b"\n")
        for line in lines:
            command = json.loads(line)
            self.obeyed = command.get("n", self.obeyed)
            self.obey(command)
        if self.obeyed != self.told:
            self.say(event="heard", child=0)
        return True

    def obey(self, command: dict[str, Any]) -> None:
        root = self.roots.get(command["child"])
        match command["do"]:
            case "spawn":
                self.spawn(command)
            case "go" if root:
                root.parked = False
            case "signal" if root and root.alive:
                self.signal(root, command["pid"], command["signal"])
            case "ring" if root and root.alive:
                self.signal(root, command["pid"], signal.SIGURG)
                now = time.monotonic()
                self.bells += [(now + s, root, command["pid"]) for s in RING_AGAIN_S]
            case "others" if root and root.alive:
                self.signal_others(root, command["pid"], command["signal"])
            case "end" if root:
                self.begin_ending(root, max(LEFT_S, command["grace_s"]))
            case "force" if root:
                self.begin_ending(root, 0.0)
            case "end" | "force":  # gone already, perhaps with the guardian before this one
                self.say(event="gone", child=command["child"])

    def say(self, **message: Any) -> None:
        self.told = self.obeyed
        self.unsent += json.dumps({**message, "n": self.told}).encode() + b"\n"
        self.flush()

    def flush(self) -> None:
        with contextlib.suppress(OSError):
            sent = self.connection.send(self.unsent)
            self.unsent = self.unsent[sent:]

    # -- children

    def spawn(self, command: dict[str, Any]) -> None:
        number = command["child"]
        stdin, output, *inherited = (self.fds.pop(0) for _ in range(command["fds"]))
        told, tell = os.pipe()
        guardian = os.getpid()
        try:
            pid = os.fork()
        except OSError as error:
            os.close(tell)
            os.close(told)
            self.say(event="failed", child=number, stage="fork", errno=error.errno)
        else:
            if pid == 0:
                become_child(command, guardian, stdin, output, inherited, tell)
            os.close(tell)
            root = self.roots[number] = Root(number, pid)
            self.starting[told] = root
            self.selector.register(told, selectors.EVENT_READ)
        for fd in (stdin, output, *inherited):
            os.close(fd)

    def on_exec(self, fd: int) -> None:
        """The child's error pipe has ended (it runs) or says why it could not."""
        root = self.starting.pop(fd)
        self.selector.unregister(fd)
        report = os.read(fd, 4096)
        os.close(fd)
        if not report:
            self.say(event="spawned", child=root.number, pid=root.pid)
            return
        del self.roots[root.number]  # its zombie is reaped by pid like a stranger's
        stage, number = report.split()
        self.say(event="failed", child=root.number, stage=stage.decode(), errno=int(number))

    def signal(self, root: Root, pid: int, number: int) -> None:
        """Signal the real interpreter, which is the root or, behind a wrapper, below it."""
        if pid == root.pid:  # not reaped yet, so the number is its own
            with contextlib.suppress(OSError):
                os.kill(pid, number)
        elif pid in self.tree(root):
            send(pid, self.table[pid][2], number)

    def signal_others(self, root: Root, pid: int, number: int) -> None:
        """What the interpreter `pid` has started. SIGINT: what a terminal's Ctrl+C reaches,
        which is the process group; those above it (a wrapper) wait for it."""
        found = self.tree(root)
        while pid in found:
            found.discard(pid)
            pid = self.table[pid][0]
        for one in found:
            _parent, group, started = self.table[one]
            if number != signal.SIGINT or group == root.pid:
                send(one, started, number)

    def ring_again(self) -> None:
        """A bell can fall between the interpreter's look at its flags and a system call
        that then sleeps; a second one wakes it. Who has heard the first finds no request."""
        now = time.monotonic()
        due = [bell for bell in self.bells if bell[0] <= now]
        self.bells = [bell for bell in self.bells if bell[0] > now]
        for _when, root, pid in due:
            if root.alive:
                self.signal(root, pid, signal.SIGURG)

    def reap(self) -> None:
        while True:
            try:
                pid, status = os.waitpid(-1, os.WNOHANG)
            except ChildProcessError:
                return
            if pid == 0:
                return
            root = next((r for r in self.roots.values() if r.pid == pid and r.alive), None)
            if root and root in self.starting.values():
                continue_fd = next(fd for fd, r in self.starting.items() if r is root)
                self.on_exec(continue_fd)  # its end of the pipe is closed: this does not block
                if root.number not in self.roots:
                    continue
            if root:
                root.alive = False
                root.left = len(self.tree(root))
                code = os.waitstatus_to_exitcode(status)
                self.say(event="exited", child=root.number, code=code, left=root.left)
            else:
                self.recount()

    def recount(self) -> None:
        for root in self.roots.values():
            if _libc is None and root.alive and not root.parked:
                self.tree(root)
            elif not root.alive and not root.ending and root.left:
                left = len(self.tree(root))
                if left != root.left:
                    root.left = left
                    self.say(event="left", child=root.number, left=left)

    # -- trees

    def tree(self, root: Root) -> set[int]:
        """The pids of root's tree that still run, without what is the user's own."""
        others = {r.pid for r in self.roots.values() if r is not root and r.alive}
        if not root.alive and has_only_roots(others):
            return set()
        table = process_table()
        below = children_in(table)
        queue = [root.pid] if root.alive and root.pid in table else []
        if not root.parked:  # orphans: ours on Linux, known by their group elsewhere
            if _libc is not None:
                queue += [pid for pid in below.get(os.getpid(), ()) if pid != root.pid]
            else:
                queue += [pid for pid in table if table[pid][1] in root.groups]
        found: set[int] = set()
        self.table = table
        self.users_own = {(pid, start) for pid, start in self.users_own if pid in table}
        while queue:
            pid = queue.pop()
            if pid not in found and pid not in others:
                found.add(pid)
                queue += below.get(pid, ())
        for pid in found - {root.pid}:
            if (pid, table[pid][2]) in self.users_own or is_users_own(pid, os.getpid()):
                self.give_away(pid, below)
        found -= {pid for pid in found if (pid, table[pid][2]) in self.users_own}
        if _libc is None:  # a group that has ended may be a stranger's when it is seen again
            root.groups = {table[pid][1] for pid in found} - {os.getpgrp()}
        return found

    def give_away(self, pid: int, below: dict[int, list[int]]) -> None:
        """A browser and all its helpers, also those whose environment cannot be read."""
        queue = [pid]
        while queue:
            pid = queue.pop()
            self.users_own.add((pid, self.table[pid][2]))
            queue += [
                child for child in below.get(pid, ())
                if is_users_own(child, os.getpid(), below_one=True)
            ]  # fmt: skip

    def begin_ending(self, root: Root, grace_s: float) -> None:
        now = time.monotonic()
        if not (grace_s and root.ending):
            root.term_at = now + TERM_SHARE * grace_s
            root.kill_at = now + grace_s
            root.stuck_at = root.kill_at + STUCK_S
        if not root.ending:
            root.ending = True
            if grace_s:
                self.ask_all(root)
        self.go_on_ending()

    def ask_all(self, root: Root) -> None:
        """What the script left behind: by SIGTERM who handles that, or cannot be interrupted;
        the others as Ctrl+C would. Nobody waits for those that ignore both."""
        hears = False
        for pid in self.tree(root):
            caught, ignored = signal_masks(pid)
            interrupt = signal.SIGTERM not in caught and signal.SIGINT not in ignored
            send(pid, self.table[pid][2], signal.SIGINT if interrupt else signal.SIGTERM)
            hears = hears or not {signal.SIGINT, signal.SIGTERM} <= ignored
        if not hears:
            root.kill_at = min(root.kill_at, time.monotonic() + LEFT_S)

    def go_on_ending(self) -> None:
        for root in [r for r in self.roots.values() if r.ending]:
            now = time.monotonic()
            if now >= root.kill_at:
                self.kill_tree(root)
            elif now >= root.term_at:
                root.term_at = root.kill_at
                for pid in self.tree(root):
                    send(pid, self.table[pid][2], signal.SIGTERM)
            if root.alive or self.has_left(root):
                if now >= root.stuck_at and not root.said_stuck:
                    root.said_stuck = True
                    self.say(event="stuck", child=root.number, pids=sorted(self.tree(root)))
                continue
            del self.roots[root.number]
            self.say(event="gone", child=root.number)

    def has_left(self, root: Root) -> bool:
        """Two looks: a process that forks and ends during the first can hide its child."""
        return bool(self.tree(root) or self.tree(root))

    def kill_tree(self, root: Root) -> None:
        pids = self.tree(root)
        kill_all(self.table, pids)

    def end_everything(self) -> None:
        """The supervisor is gone: nothing of ours may stay."""
        self.connection.close()
        stuck = any(root.said_stuck for root in self.roots.values())
        deadline = time.monotonic() + (SWEEP_AGAIN_S if stuck else SWEEP_S)
        while self.roots and time.monotonic() < deadline:
            for root in list(self.roots.values()):
                root.parked = False
                self.kill_tree(root)
                if not root.alive and not self.has_left(root):
                    del self.roots[root.number]
            with contextlib.suppress(OSError):
                while True:
                    pid, _status = os.waitpid(-1, os.WNOHANG)
                    if pid == 0:
                        break
                    for root in self.roots.values():
                        root.alive = root.alive and root.pid != pid
            time.sleep(KILL_AGAIN_S)


def become_child(
    command: dict[str, Any],
    guardian: int,
    stdin: int,
    output: int,
    inherited: list[int],
    tell: int,
) -> None:
    """In the forked child: turn into the program, or say why not and end. Never returns."""
    stage = "start"
    try:
        os.setsid()
        prctl(PARENT_DEATH_SIGNAL, signal.SIGKILL)
        if os.getppid() != guardian:  # it died before it could take us along
            os._exit(127)
        signal.set_wakeup_fd(-1)
        for number in signal.valid_signals():
            with contextlib.suppress(OSError, ValueError):
                signal.signal(number, signal.SIG_DFL)
        signal.pthread_sigmask(signal.SIG_SETMASK, ())
        for source, place in ((stdin, 0), (output, 1), (output, 2)):
            os.dup2(source, place)
        places = [keep_away(fd, AGENT_FD + index) for index, fd in enumerate(inherited)]
        stage = "folder"
        os.chdir(command["cwd"].encode("latin-1"))
        stage = "program"
        env = {name.encode("latin-1"): value.encode("latin-1") for name, value in command["env"]}
        env[b"RELOADER_PID"] = b"%d" % os.getpid()
        if places:
            env[b"RELOADER_AGENT"] = b"%d:%d:%d" % (*places, guardian)
        argv = [word.encode("latin-1") for word in command["argv"]]
        os.execve(argv[0], argv, env)
    except OSError as error:
        os.write(tell, ("%s %d" % (stage, error.errno or 0)).encode())
    except BaseException:  # noqa: BLE001  (nothing may escape into the guardian's own code)
        os.write(tell, b"start 0")
    finally:
        os._exit(127)


def keep_away(fd: int, place: int) -> int:
    """An inheritable copy at `place`, so that the script's first file gets its usual number."""
    try:
        return os.dup2(fd, place)
    except OSError:  # a low limit of open files
        os.set_inheritable(fd, True)
        return fd


def begin_keeping(connection: socket.socket) -> int | None:
    """Go on as the keeper's child: the pipe that ends when the keeper does. None: there is
    no keeper, as it would be of no use (no subreaper), or no process to be had."""
    if _libc is None:
        return None
    keeper, keeper_in = os.pipe()
    try:
        guardian = os.fork()
    except OSError:
        os.close(keeper)
        os.close(keeper_in)
        return None
    if guardian:
        connection.close()
        os.close(keeper)
        keep(guardian)
        os._exit(0)
    os.close(keeper_in)
    os.setsid()  # whoever kills a group does not kill both
    prctl(CHILD_SUBREAPER, 1)
    return keeper


def main() -> None:
    connection = socket.socket(fileno=int(sys.argv[1]))
    connection.set_inheritable(False)
    for ignored in IGNORED:
        signal.signal(ignored, signal.SIG_IGN)
    prctl(CHILD_SUBREAPER, 1)
    guardian = Guardian(connection, begin_keeping(connection))
    try:
        guardian.run()
    finally:
        guardian.end_everything()


if __name__ == "__main__":
    main()
