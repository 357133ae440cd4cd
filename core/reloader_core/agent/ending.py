"""How the script is ended when the supervisor asks: as Ctrl+C or sys.exit() would end it.

on_request() runs in the main thread, between two bytecodes. finish() may be called by another
thread, where the main one sleeps in C code for good.
"""

import _thread
import os
import sys
import time

part = globals()["part"]  # see sitecustomize.py
_CALLBACKS = {
    "_weakrefset.py": ("_remove",),
    "weakref.py": ("remove", "__call__"),
    "<frozen importlib._bootstrap>": ("cb",),
}
_IDLE_S = 0.3
_IDLE_SHARE = 0.05
_JOIN_S = 1.0


class Ending:
    def __init__(self, agent):
        self.agent = agent
        self.handled = False
        self.finishing = False
        self.interrupted_exit = False
        self.ends_threads = False
        self.end_lock = _thread.allocate_lock()

    def on_request(self, request):
        """In the main thread, between two bytecodes: what the supervisor asks for."""
        import _signal

        self.handled = True
        self.agent.send("handled")
        if self.finishing:  # another thread ends it
            return
        if not self.in_script():
            if self.in_exit_function() and not self.interrupted_exit:
                self.interrupted_exit = True  # it ends by itself: what has run must not run again
                return
            self.end_workers_at_exit()
            self.finish(3, run_exit_functions=not self.interrupted_exit)
        if self.would_be_swallowed() and self.agent.channel.ring_again(request):
            return
        self.agent.report_place()
        self.end_workers_at_exit()
        self.end_threads_at_exit()
        if request == "stop":
            self.mute_interrupt()
            if callable(_signal.getsignal(_signal.SIGINT)):
                _signal.raise_signal(_signal.SIGINT)
            elif _signal.getsignal(_signal.SIGINT) != _signal.SIG_IGN:
                raise KeyboardInterrupt
            return
        if callable(_signal.getsignal(_signal.SIGTERM)):
            _signal.raise_signal(_signal.SIGTERM)  # a server's own way to end
            return
        raise SystemExit(3)

    @staticmethod
    def in_script():
        """Is the script itself on this stack? Not before it, and not in exit functions."""
        greenlet = sys.modules.get("greenlet")
        frame = sys._getframe()
        while frame is not None:
            if frame.f_code.co_name == "<module>" and frame.f_globals.get("__name__") == "__main__":
                return True
            frame = frame.f_back
            if frame is None and greenlet is not None:  # gevent: the script waits in another one
                current = greenlet.getcurrent()
                while current.parent is not None:
                    current = current.parent
                greenlet, frame = None, current.gr_frame
        return False

    @staticmethod
    def would_be_swallowed():
        """Is this a finalizer or a weak reference's callback, out of which no exception gets?"""
        frame = sys._getframe()
        while frame is not None:
            code = frame.f_code
            file = os.path.basename(code.co_filename)
            if code.co_name == "__del__" or file in _CALLBACKS and code.co_name in _CALLBACKS[file]:
                return True
            frame = frame.f_back
        return False

    def in_exit_function(self):
        """Main has ended, and it is not only waited for its threads."""
        frame, module, function = sys._getframe(), "", ""
        while frame is not None:
            if frame.f_code is self.agent.audit.hook_code:
                module, function = "", frame.f_locals["event"]  # what it calls does not count
            elif not self.agent.is_ours(frame.f_code.co_filename):
                module, function = str(frame.f_globals.get("__name__")), frame.f_code.co_name
            frame = frame.f_back
        if module == "" and function in ("exec", "cpython.run_file", "cpython.run_module"):
            return False  # the script is just about to be executed
        waits_for_threads = module == "threading" and function == "_shutdown"
        looks_for_script = module.partition(".")[0] in (
            "runpy", "pkgutil", "zipimport", "importlib", "_frozen_importlib",
            "_frozen_importlib_external",
        )  # fmt: skip
        return self.agent.audit.begun and not waits_for_threads and not looks_for_script

    @staticmethod
    def end_workers_at_exit():
        """multiprocessing joins its processes when the script ends. In a terminal Ctrl+C
        reaches them as well; here they are told when the script itself is through."""
        process = sys.modules.get("multiprocessing.process")

        def terminate():
            for worker in process.active_children():
                if not worker.daemon:  # those, and only those, it ends itself
                    worker.terminate()

        if hasattr(process, "_children"):  # or it is only half imported
            import atexit

            atexit.register(terminate)

    def end_threads_at_exit(self):
        """The interpreter waits for the script's threads, most of which never end. As long as
        they work they are let work; once they only wait, that is the end."""
        threading = sys.modules.get("threading")
        if not hasattr(threading, "_shutdown") or self.ends_threads:
            return
        self.ends_threads = True  # once: a second request would wait for the first one's lock
        wait_for_threads = threading._shutdown
        begins, over = _thread.allocate_lock(), _thread.allocate_lock()
        begins.acquire()
        over.acquire()
        join = _start_joinable(self.finish_when_idle, begins, over)  # 3.12 lets none start later

        def shutdown():
            begins.release()
            wait_for_threads()
            if not self.end_lock.acquire(False):
                self.end_lock.acquire()  # the other thread ends this process
            over.release()
            join()

        threading._shutdown = shutdown

    def finish_when_idle(self, begins, over):
        begins.acquire()
        used = -1.0
        while time.process_time() - used > _IDLE_S * _IDLE_SHARE:
            used = time.process_time()
            if over.acquire(True, _IDLE_S):
                return
        if self.end_lock.acquire(False):
            self.finish(3)

    @staticmethod
    def wake_main_loop():
        """Have it return to Python, where what the bell asked for is then done."""
        for name in part("loads").QTS:
            qt = sys.modules.get(name + ".QtCore")
            if qt is not None and qt.QCoreApplication.instance() is not None:
                qt.QCoreApplication.exit(0)
        root = getattr(sys.modules.get("tkinter"), "_default_root", None)
        if root is not None:
            root.tk.call("info", "level")  # in the main thread, which then looks for signals

    @staticmethod
    def mute_interrupt():
        """Stop was pressed here, so Python's KeyboardInterrupt traceback would be noise."""
        previous = sys.excepthook

        def excepthook(kind, value, traceback):
            if not issubclass(kind, KeyboardInterrupt):
                previous(kind, value, traceback)

        sys.excepthook = excepthook

    def finish(self, code, run_exit_functions=True):
        """End now, in good order: exit functions, files flushed, the rest cut off."""
        if self.finishing:
            return
        self.finishing = True
        import atexit
        import gc

        if run_exit_functions:
            try:
                atexit._run_exitfuncs()
            except BaseException:
                pass
        if self.agent.aside is not None:
            self.agent.aside.give_back()  # stdout is among it
        io_types = (sys.modules["io"].TextIOWrapper, sys.modules["io"].BufferedWriter,
                    sys.modules["io"].BufferedRandom)  # fmt: skip
        for kind in io_types:  # text first: it flushes into the buffers below
            for file in gc.get_objects():
                if isinstance(file, kind):
                    try:
                        file.flush()
                    except Exception:
                        pass
        os._exit(code)


def _start_joinable(function, *args):
    """Start a thread; returns what waits until nothing is left of it. CPython 3.9 to 3.12 crash
    now and then when a thread wakes up while the interpreter ends (python/cpython#110052: with
    3.10 two of a thousand reloads). Waits for a bounded time: a forked copy lacks the thread."""
    if hasattr(_thread, "start_joinable_thread"):  # 3.13
        handle = _thread.start_joinable_thread(lambda: function(*args), daemon=True)
        return lambda: handle.join(_JOIN_S)
    begun, sentinels = _thread.allocate_lock(), []
    begun.acquire()

    def run():
        sentinel = _thread._set_sentinel()  # released by the last thing that a thread does
        sentinel.acquire()
        sentinels.append(sentinel)
        begun.release()
        function(*args)

    def join():
        if begun.acquire(True, _JOIN_S):
            sentinels[0].acquire(True, _JOIN_S)

    _thread.start_new_thread(run, ())
    return join
