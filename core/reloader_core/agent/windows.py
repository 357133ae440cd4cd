"""The way to the supervisor on Windows, and what only the supervisor may start there."""

import _thread
import os
import sys
import time

part = globals()["part"]  # see sitecustomize.py
stack = part("stack")
_SCRIPT_ENDINGS = (".bat", ".cmd", ".py", ".pyw", ".pyz", ".ps1", ".vbs", ".js", ".wsf")
_PASSES_S = 1.0  # all of the console have heard it by then, also on a busy machine
_KEYS = ("getch", "getche", "getwch", "getwche", "kbhit")


class WindowsChannel:
    """Two pipes, a thread that reads requests, and SIGINT as the bell.

    No other signal wakes time.sleep here. So a partial object of ours stands in the
    interpreter's table of handlers: it calls the script's own handler straight from C
    (no frame of ours in a traceback) and, when there is a request, ours. `signal` and
    `getsignal` keep showing the script what it has set; asyncio looks, for one.
    The thread imports nothing: the main thread's imports must not wait for it.
    """

    mark = ""  # what is opened for the user is started by the supervisor: no mark needed
    threads = 1  # of ours, from the start
    OPEN_S = 10.0  # then Windows is asking the user something

    def __init__(self, words):
        import _winapi

        self.reading, self.writing, self.has_console = map(int, words)
        for handle in (self.reading, self.writing):
            try:
                kind = _winapi.GetFileType(handle)
            except OSError:
                kind = None
            if kind != _winapi.FILE_TYPE_PIPE:
                raise part("wire").Unreachable
            os.set_handle_inheritable(handle, False)

        import _functools
        import _signal
        import atexit  # noqa: F401  (for finish)
        import gc  # noqa: F401
        import msvcrt
        import threading  # noqa: F401  (its main thread is the one that imports it first)

        self.signals, self.winapi, self.msvcrt = _signal, _winapi, msvcrt
        # Ctrl+C in a console that we share with a script is that script's while we are parked.
        self.interrupt = _signal.signal(_signal.SIGINT, _signal.SIG_IGN)
        self.bell = _functools.partial(self.ignore)
        self.words = []
        self.is_due = False  # to ring, with no word that is new
        self.passes_by = False  # the next Ctrl+C is for what the script has started
        self.heard = _thread.allocate_lock()
        self.answers = {}
        self.asked = 0

    def read(self):
        try:
            return self.winapi.ReadFile(self.reading, 65536)[0]
        except OSError:
            return b""

    def go(self):
        """The script begins, with the streams that it has, and hears Ctrl+C."""
        self.signals.signal(self.signals.SIGINT, self.interrupt)

    def write(self, data):
        self.winapi.WriteFile(self.writing, data)

    def opener(self, path, flags):
        """For open(): an editor's next step must not fail because its file is being read."""
        read, share_all, existing = 0x80000000, 0x7, 3
        handle = self.winapi.CreateFile(path, read, share_all, 0, existing, 0, 0)
        return self.msvcrt.open_osfhandle(handle, flags)

    def start_thread(self, agent):
        """It always runs."""

    def arm(self, agent):
        self.agent = agent
        self.hide_bell()
        agent.send("thread", str(_thread.get_native_id()))
        self.create_process = self.winapi.CreateProcess
        self.replace_startfile()
        self.listen_for_keys()
        _thread.start_new_thread(self.listen, ())

    # -- requests

    def hide_bell(self):
        """Put the bell in SIGINT's place and let the script see its own handler there."""
        sigint, set_handler, get_handler = (
            self.signals.SIGINT, self.signals.signal, self.signals.getsignal
        )  # fmt: skip
        self.handler = self.replaced = get_handler(sigint)
        self.point_bell()
        set_handler(sigint, self.bell)

        def signal(signalnum, handler, /):
            previous = set_handler(signalnum, handler)
            if previous is self.bell:
                set_handler(signalnum, self.bell)
                previous = self.replaced = self.handler
                self.handler = handler
                self.point_bell()
            return previous

        def getsignal(signalnum, /):
            found = get_handler(signalnum)
            return self.handler if found is self.bell else found

        for function, original in ((signal, set_handler), (getsignal, get_handler)):
            self.pose_as(function, original)
            setattr(self.signals, original.__name__, function)

    @staticmethod
    def pose_as(function, original):
        function.__module__, function.__qualname__ = original.__module__, original.__qualname__
        function.__doc__ = original.__doc__

    def point_bell(self):
        """Let the bell call the script's handler; ours, as long as it is rung."""
        call = self.pass_by if self.passes_by else self.handler
        if not callable(call):
            call = self.ignore if call == self.signals.SIG_IGN else self.die
        state = (call, (), {}, None)
        if self.words or self.is_due:
            state = (*self.agent.ending.bell.call(), None)
            self.agent.ending.bell.keep(state)
        self.bell.__setstate__(state)

    @staticmethod
    def ignore(number, frame):
        pass

    def pass_by(self, number, frame):
        self.passes_by = False
        self.point_bell()

    @staticmethod
    def die(number, frame):
        os._exit(3)  # as C's raise(SIGINT) does

    def ring_again(self, after_s):
        """False if that cannot be."""

        def ring():
            time.sleep(after_s)
            self.is_due = True
            self.ring()

        try:
            _thread.start_new_thread(ring, ())
        except RuntimeError:  # the interpreter ends
            return False
        return True

    def on_bell(self, agent, item):
        """In the audit hook."""
        agent.ending.bell.rung(item, self.point_bell)
        if self.heard.locked():
            self.heard.release()

    def requests(self):
        """The words that have come; from here on the bell is the script's handler again."""
        words, self.words, self.is_due = self.words, [], False
        self.point_bell()
        return words

    def send_signal(self, agent, number):
        """A real one, once the main thread is through with this one."""

        def send():
            while self.passes_by:
                time.sleep(0.01)
            self.signals.raise_signal(self.signals.SIGINT)

        _thread.start_new_thread(send, ())

    def ring(self):
        """Twice if need be: before 3.13, time.sleep may miss a signal just as it begins."""
        self.heard.acquire(False)
        self.point_bell()
        for patience_s in (0.03, 0.1):
            self.signals.raise_signal(self.signals.SIGINT)
            if self.heard.acquire(True, patience_s) or not (self.words or self.is_due):
                return
            self.acknowledge()
        _thread.start_new_thread(self.wake_main_loop, ())  # Tk answers when it is woken

    def acknowledge(self):
        """The main thread is in C code. Nothing but the end of a process wakes it here if it waits
        for that."""
        frame = sys._current_frames().get(self.agent.main_thread)
        waits_for = stack.waits_for(stack.frames_from(frame)) if not self.has_console else ""
        if not self.agent.ending.answered:
            self.agent.send("handled", "waiting", waits_for)

    def interrupt_others(self):
        """What the script has started in its console hears Ctrl+C; the script has been told."""
        if self.has_console:  # of the user's, whose other programs would hear it as well
            return
        self.passes_by = True
        self.point_bell()
        try:
            os.kill(0, self.signals.CTRL_C_EVENT)
            time.sleep(_PASSES_S)
        except OSError:
            pass
        self.pass_by(None, None)

    def wake_main_loop(self):
        try:
            self.agent.ending.closing.wake_main_loop()
        except Exception:
            pass

    def listen(self):
        try:
            while True:
                data = self.read()
                if not data:
                    break
                for word, *fields in self.agent.messages(data):
                    if word == "end":
                        self.agent.ending.closing.finish()
                    elif word == "opened":
                        self.on_answer(*fields)
                    elif word == "where":
                        frame = sys._current_frames().get(self.agent.main_thread)
                        self.agent.tell_place(stack.frames_from(frame))
                    elif word == "others":
                        _thread.start_new_thread(self.interrupt_others, ())
                    else:
                        self.words.append(word)
                        self.ring()
        except BaseException:
            pass

    # -- what the script opens for the user stays the user's, so the supervisor opens it

    def ask_to_open(self, *fields):
        """The supervisor's answer; () if there is none in time. Raises OSError."""
        waiting = _thread.allocate_lock()
        waiting.acquire()
        self.asked += 1
        number = f"{self.asked}-{_thread.get_ident()}"
        self.answers[number] = [waiting]
        self.agent.send("open", number, *fields)
        waiting.acquire(True, self.OPEN_S)
        outcome = self.answers.pop(number)[1:]
        if outcome[:1] == ["error"]:
            raise OSError(None, outcome[2], None, int(outcome[1]))
        return outcome[1:]

    def on_answer(self, number, *fields):
        if number in self.answers:
            self.answers[number] += fields
            self.answers[number][0].release()

    def replace_startfile(self):
        original = os.startfile

        def startfile(filepath, operation="", arguments="", cwd=None, show_cmd=1):
            path = os.fsdecode(filepath)
            if self.is_scripts_own(path, operation):
                more = {"arguments": arguments, "cwd": cwd, "show_cmd": show_cmd}
                more = more if sys.version_info >= (3, 10) else {}
                return original(filepath, operation or "open", **more)
            sys.audit("os.startfile", filepath, operation)
            if os.path.exists(path):
                path = os.path.abspath(path)
            cwd = os.getcwd() if cwd is None else os.path.abspath(os.fsdecode(cwd))
            try:
                self.ask_to_open("file", path, operation or "", arguments, cwd, str(show_cmd))
            except OSError as error:
                raise OSError(None, error.strerror, filepath, error.winerror) from None

        self.pose_as(startfile, os.startfile)
        os.startfile = startfile

    @staticmethod
    def is_scripts_own(path, operation):
        """A script, or a program that lies beside this one: a part of it that it starts, not
        something that it opens for its user."""
        if (operation or "open").lower() not in ("open", "runas") or not os.path.isfile(path):
            return False
        folder, ending = os.path.dirname(os.path.abspath(path)), os.path.splitext(path)[1].lower()
        script = getattr(sys.modules.get("__main__"), "__file__", None) or "."
        beside = (os.getcwd(), os.path.dirname(os.path.abspath(script)))
        is_program = ending in (".exe", ".com", ".lnk")
        return ending in _SCRIPT_ENDINGS or (is_program and folder in beside)

    def listen_for_keys(self):
        """The first read of a single key is told: nobody can type into a hidden console."""
        if self.has_console:
            return
        msvcrt = self.msvcrt
        originals = {name: getattr(msvcrt, name) for name in _KEYS}

        def wrapped(original):
            def read():
                if originals:
                    for name in list(originals):
                        setattr(msvcrt, name, originals.pop(name))
                    self.agent.send("keys")
                return original()

            self.pose_as(read, original)
            read.__name__ = original.__name__
            return read

        for name, original in list(originals.items()):
            setattr(msvcrt, name, wrapped(original))

    def on_start(self, agent, event):
        """webbrowser is about to start a browser of the user's choice."""
        if event == "subprocess.Popen" and agent.is_called_by("webbrowser"):
            self.winapi.CreateProcess = self.create_outside

    def create_outside(self, program, line, security, thread_security, inherit, flags, env, cwd,
                       startup):  # fmt: skip
        """In place of the real one for one call. Returns what that would."""
        self.winapi.CreateProcess = self.create_process
        if self.agent.is_called_by("webbrowser"):
            env_given = os.environ if env is None else env
            pairs = [name + "=" + value for name, value in env_given.items()]
            outcome = self.ask_to_open(
                "program", program or "", line, cwd or os.getcwd(), str(flags), *pairs
            )
            if outcome:
                return tuple(map(int, outcome))
        return self.create_process(
            program, line, security, thread_security, inherit, flags, env, cwd, startup
        )
