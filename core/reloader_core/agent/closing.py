"""The end itself: exit functions, files flushed, and nobody waited for who never ends.

finish() may be called by another thread, where the main one sleeps in C code for good.
"""

import _thread
import os
import sys
import time

part = globals()["part"]  # see sitecustomize.py
_EXIT_CODE = part("bell").EXIT_CODE
_IDLE_S = 0.3
_IDLE_SHARE = 0.05
_JOIN_S = 1.0
# Before gevent makes them what waits for its turn, and is not woken by another thread.
_allocate_lock, _start_thread = _thread.allocate_lock, _thread.start_new_thread
_start_joinable_thread = getattr(_thread, "start_joinable_thread", None)  # 3.13
_set_sentinel = getattr(_thread, "_set_sentinel", None)  # until then


class Closing:
    def __init__(self, agent):
        self.agent = agent
        self.begun = False
        self.ends_threads = False
        self.end_lock = _allocate_lock()

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
        begins, over = _allocate_lock(), _allocate_lock()
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
            self.finish()

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

    def finish(self, run_exit_functions=True):
        """End now, in good order: exit functions, files flushed, the rest cut off."""
        if self.begun:
            return
        self.begun = True
        try:
            self.agent.loads.say_uses()
            self.complete(run_exit_functions)
        finally:  # the script may catch whatever comes out of here, and go on
            os._exit(_EXIT_CODE)

    def complete(self, run_exit_functions):
        import atexit
        import gc

        if run_exit_functions:
            try:
                atexit._run_exitfuncs()
            except BaseException:
                pass
        if self.agent.aside is not None:
            self.agent.aside.unfreeze()  # stdout is among it
        io = sys.modules["_io"]  # 3.14 starts without the other
        kinds = io.TextIOWrapper, io.BufferedWriter, io.BufferedRandom  # text flushes into those
        for kind in kinds:
            for file in gc.get_objects():
                if isinstance(file, kind):
                    try:
                        file.flush()
                    except Exception:
                        pass


def _start_joinable(function, *args):
    """Start a thread; returns what waits until nothing is left of it. CPython 3.9 to 3.12 crash
    now and then when a thread wakes up while the interpreter ends (python/cpython#110052: with
    3.10 two of a thousand reloads). Waits for a bounded time: a forked copy lacks the thread."""
    if _start_joinable_thread is not None:
        handle = _start_joinable_thread(lambda: function(*args), daemon=True)
        return lambda: handle.join(_JOIN_S)
    begun, sentinels = _allocate_lock(), []
    begun.acquire()

    def run():
        sentinel = _set_sentinel()  # released by the last thing that a thread does
        sentinel.acquire()
        sentinels.append(sentinel)
        begun.release()
        function(*args)

    def join():
        if begun.acquire(True, _JOIN_S):
            sentinels[0].acquire(True, _JOIN_S)

    _start_thread(run, ())
    return join
