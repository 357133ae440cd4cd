"""The way to the supervisor where there are signals (Linux, macOS)."""

import _thread
import os
import stat
import time

part = globals()["part"]  # see sitecustomize.py
_ANSWER_S = 0.02  # a main thread that runs Python answers sooner


class PosixChannel:
    """A socket for messages, a pipe for the last request, a private signal as the bell."""

    opener = None  # for open(): who reads is in nobody's way

    def __init__(self, words):
        self.control, self.last, self.mark = int(words[0]), int(words[1]), words[2]
        self.streams, self.group = [], 0  # in place of the pipe to the supervisor, see go()
        if len(words) > 3:
            *self.streams, self.group = map(int, words[3:])
            for fd in self.streams:
                os.set_inheritable(fd, False)
        for fd, kind in ((self.control, stat.S_IFSOCK), (self.last, stat.S_IFIFO)):
            try:
                found = stat.S_IFMT(os.fstat(fd).st_mode)
            except OSError:
                found = None
            if found != kind:
                raise part("wire").Unreachable
            os.set_inheritable(fd, False)
        self.identity = os.fstat(self.control).st_ino
        self.postponed = None

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

    def ring_again(self, request):
        """A moment later. False if that cannot be."""
        import _signal

        def ring():
            time.sleep(0.002)
            _signal.pthread_kill(main, _signal.SIGURG)

        main = _thread.get_ident()
        self.postponed = request
        try:
            _thread.start_new_thread(ring, ())
        except RuntimeError:  # the interpreter ends
            self.postponed = None
            return False
        return True

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

        for fd in (self.control, self.last):
            try:
                os.close(fd)
            except OSError:
                pass
        self.control = self.last = -1
        try:
            _signal.signal(_signal.SIGURG, _signal.SIG_DFL)
        except ValueError:
            pass

    def arm(self, agent):
        import _signal

        os.set_blocking(self.control, False)

        def on_bell(number, frame):
            requests = []
            try:
                while self.is_ours():
                    data = os.read(self.control, 65536)
                    if not data:
                        break
                    requests += [message[0] for message in agent.messages(data)]
            except OSError:
                pass
            if requests or self.postponed:
                request = requests[-1] if requests else self.postponed
                self.postponed = None
                agent.ending.on_request(request)

        _signal.signal(_signal.SIGURG, on_bell)
        agent.opened.replace_system()

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
                    agent.ending.finish(3)
                elif not agent.ending.handled:
                    _thread.start_new_thread(wake, ())

        def wake():
            time.sleep(_ANSWER_S)
            if not agent.ending.handled:
                agent.ending.wake_main_loop()

        _thread.start_new_thread(wait, ())
