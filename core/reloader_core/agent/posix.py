"""The way to the supervisor where there are signals (Linux, macOS)."""

import _thread
import os
import stat
import sys
import time

part = globals()["part"]  # see sitecustomize.py
partial = part("bell").partial
_ANSWER_S = 0.02  # a main thread that runs Python answers sooner
_start_thread = _thread.start_new_thread  # gevent's would wait for its turn


class PosixChannel:
    """A socket for messages, a pipe for the last request, a private signal as the bell."""

    opener = None  # for open(): who reads is in nobody's way
    threads = 0  # of ours, from the start

    def __init__(self, words):
        self.control, self.last, self.mark = int(words[0]), int(words[1]), words[2]
        self.streams, self.group = [], 0  # in place of the pipe to the supervisor, see go()
        expected = [(self.control, stat.S_IFSOCK), (self.last, stat.S_IFIFO)]
        self.traces = -1
        if len(words) == 4:
            self.traces = int(words[3])
            expected.append((self.traces, stat.S_IFIFO))
        elif len(words) > 4:
            *self.streams, self.group = map(int, words[3:])
            for fd in self.streams:
                os.set_inheritable(fd, False)
        for fd, kind in expected:
            try:
                found = stat.S_IFMT(os.fstat(fd).st_mode)
            except OSError:
                found = None
            if found != kind:
                raise part("wire").Unreachable
            os.set_inheritable(fd, False)
        self.identity = os.fstat(self.control).st_ino

    def read(self):
        return os.read(self.control, 65536)

    def go(self):
        """The script begins: it gets the terminal, or what its output was redirected to."""
        for place, fd in enumerate(self.streams, 1):
            os.dup2(fd, place)
            os.close(fd)
        if self.group:
            try:
                os.setpgid(0, self.group)
            except OSError:  # the job has ended, and we are about to
                pass
        self.register_dump()  # before arm(): the module that the stash has is the script's

    def ring_again(self, after_s):
        """False if that cannot be."""
        import _signal

        def ring():
            time.sleep(after_s)
            _signal.pthread_kill(main, _signal.SIGURG)

        main = _thread.get_ident()
        try:
            _start_thread(ring, ())
        except RuntimeError:  # the interpreter ends
            return False
        return True

    def send_signal(self, agent, number):
        """Who it comes from makes no difference to the script, but where it comes to."""
        agent.send("signal", str(number))

    def is_ours(self):
        """Or did the script close all files (a daemon does), and open others since?"""
        return os.fstat(self.control).st_ino == self.identity

    def write(self, data):
        while data and self.is_ours():
            try:
                data = data[os.write(self.control, data) :]
            except BlockingIOError:  # non-blocking for the handler's sake only
                # Not select: our own finder would report that import, and so wait here again.
                time.sleep(0.001)

    def close(self):
        """In a forked child: it is not the one that is supervised."""
        import _signal

        if self.traces >= 0:
            self.dumper.unregister(_signal.SIGWINCH)
        for fd in (self.control, self.last, self.traces):
            try:
                os.close(fd)
            except OSError:
                pass
        self.control = self.last = self.traces = -1
        try:
            _signal.signal(_signal.SIGURG, _signal.SIG_DFL)
        except ValueError:
            pass

    def arm(self, agent):
        os.set_blocking(self.control, False)
        self.messages = agent.messages
        self.place_bell(agent.ending.bell)
        agent.opened.replace_system()

    def register_dump(self):
        """Nobody who is in C code hears the bell. So another signal, which by default does nothing
        either, has Python's own C code write the main thread's stack; the script's table of
        handlers does not show that, and one that it sets takes this one's place."""
        if self.traces < 0:  # a terminal sends that signal, too
            return
        was_loaded = "faulthandler" in sys.modules
        try:
            import _signal
            import faulthandler

            faulthandler.register(_signal.SIGWINCH, file=self.traces, all_threads=False)
            self.dumper = faulthandler
        except Exception:  # another kind of Python
            os.close(self.traces)
            self.traces = -1
        if not was_loaded:
            sys.modules.pop("faulthandler", None)

    def place_bell(self, bell):
        import _signal

        function, args, keywords = bell.call()
        self.handler = partial(function, *args, **keywords)
        bell.keep(self.handler)
        _signal.signal(_signal.SIGURG, self.handler)

    def on_bell(self, agent, item):
        """In the audit hook. A script that takes the signal for itself keeps it."""
        import _signal

        def renew():
            if _signal.getsignal(_signal.SIGURG) is self.handler:
                self.place_bell(agent.ending.bell)

        agent.ending.bell.rung(item, renew)

    def requests(self):
        """The words that have come."""
        words = []
        try:
            while self.is_ours():
                data = os.read(self.control, 65536)
                if not data:
                    break
                words += [message[0] for message in self.messages(data)]
        except OSError:
            pass
        return words

    def start_thread(self, agent):
        last = self.last

        def wait():
            while True:
                try:
                    words = os.read(last, 100)
                except OSError:  # the script has closed it
                    return
                if not words:
                    return
                if b"!" in words:
                    agent.ending.closing.finish()
                elif not agent.ending.answered:
                    _start_thread(wake, ())

        def wake():
            time.sleep(_ANSWER_S)
            if not agent.ending.answered:
                agent.ending.closing.wake_main_loop()

        _start_thread(wait, ())
