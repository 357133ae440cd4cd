"""How the script is ended when the supervisor asks: as Ctrl+C in a terminal would end it.

decide() runs in the main thread, between two bytecodes, and answers in a word (child/wire.py:
Doing). It asks no more than once for each time that it is told to; how long to wait for what
comes of that, and what then, is the supervisor's.
"""

import sys

part = globals()["part"]  # see sitecustomize.py
stack, bell = part("stack"), part("bell")
_SOON_S = 0.002  # a finalizer, or code of ours, is through by then
_AFTER_SYSTEM_S = 0.05
_MOST_SOON = 500
_MOST_SOON_IN_TASK = 25  # it may compute for long, and the supervisor waits for an answer


class Silenced(RuntimeError):
    """Raised in the audit event of an uncaught exception: it is not printed (see sys.audit's
    table of events)."""


class Ending:
    def __init__(self, agent):
        self.agent = agent
        self.closing = part("closing").Closing(agent)
        self.bell = bell.Bell(self.decide)
        self.words = []
        self.asked = False
        self.answered = False
        self.signalled = 0
        self.interrupted = False
        self.place = None
        self.lines = {}
        self.main_task = None  # of asyncio, once it is cancelled
        self.asked_again = False
        self.system_ended = False
        self.postponed = 0
        self.deciding = False
        self.rung_again = False
        self.kept = None
        self.place_wanted = False

    # -- asked

    def decide(self):
        """See Bell: what to raise in the main thread, or None. Rung again meanwhile, it looks
        again afterwards."""
        if self.deciding:
            self.rung_again = True
            return None
        self.rung_again, error = True, None
        while self.rung_again and error is None:
            self.deciding, self.rung_again = True, False
            try:
                error = self.decide_once()
            finally:
                self.deciding = False
        if self.rung_again:
            self.agent.channel.ring_again(_SOON_S)
        return error

    def decide_once(self):
        self.hear()
        if self.place_wanted:
            self.tell_place()
        if self.closing.begun or not self.words and self.kept is None:
            return None
        where = stack.Stack(self.agent)
        if self.is_too_soon(where):
            return None
        words, self.words, self.postponed = self.words, [], 0
        error, self.kept = self.kept, None
        for word in words:
            error = _OBEY[word](self, where) or error
        if error is not None and where.in_bell:  # it would be raised in code of ours
            self.kept, error = error, None
            self.agent.channel.ring_again(_SOON_S)
        return error

    def hear(self):
        """Take in what the supervisor has sent."""
        self.agent.loads.say_uses()
        words = self.agent.channel.requests()
        self.interrupted = self.interrupted or "interrupted" in words
        self.place_wanted = self.place_wanted or "where" in words
        self.words += [word for word in words if word in _OBEY]
        self.asked = self.asked or bool(self.words)

    def tell_place(self):
        """Not from code of ours, which may just be saying something else."""
        where, self.place_wanted = stack.Stack(self.agent), False
        if not where.in_agent():
            self.agent.tell_place(where.frames)

    def is_too_soon(self, where):
        """Then the bell rings again a moment later."""
        after_s = 0.0
        if where.in_system() and not self.system_ended:
            self.system_ended = True  # of Ctrl+C, most likely, and in a terminal that was all
            after_s = _AFTER_SYSTEM_S
        elif (where.would_be_swallowed() or where.in_agent()) and self.postponed < _MOST_SOON:
            after_s = _SOON_S
        elif self.postponed < _MOST_SOON_IN_TASK and self.would_cancel_later():
            after_s = _SOON_S
        self.postponed += 1
        return after_s > 0 and self.agent.channel.ring_again(after_s)

    def would_cancel_later(self):
        """asyncio's main task runs right now: where it waits next it would be cancelled, and
        that place is not known yet (see look_at_task)."""
        first = "ask" in self.words and self.asyncio_interrupts()
        return first and part("tasks").MainTask().is_running

    def ask(self, where):
        if not where.in_script():
            return self.end_after_main(where)
        self.agent.report_place()
        self.closing.end_workers_at_exit()
        self.closing.end_threads_at_exit()
        self.place = where.place()
        self.lines = {} if where.expects_interrupt() else where.lines()
        for applies, end in _FIRST:
            if applies(self, where):
                return end(self, where)
        return self.interrupt(where)

    def ask_again(self, where):
        if self.leaves_alone(where):
            return None
        if self.signalled:
            self.asked_again = True
            return self.send_signal(self.signalled)
        return self.leave(where)

    def leave(self, where):
        """Raise SystemExit: whoever has caught everything else is through with that."""
        if self.leaves_alone(where):
            return None
        self.answer("exiting", where)
        return SystemExit

    def leaves_alone(self, where):
        """Main has ended, and the rest of it by itself."""
        return not where.in_script() and where.in_exit_function()

    def look(self, where):
        if not where.in_script():
            self.answer("ending", where)
            return
        if self.main_task is not None and not self.main_task.is_done:
            self.look_at_task(where)
            return
        handled = where.handled_end()
        if handled is not None:
            doing = "joining" if where.joins_executor() else "cleaning"
        else:
            doing = "unmoved" if where.place() == self.place else "elsewhere"
        self.answer(doing, where, where.remaining(self.lines, handled) if self.lines else ())

    def look_at_task(self, where):
        """Cancelled, and not done: it tidies up, or catches all that is raised in it."""
        task = self.main_task
        frames = task.frames()
        if not self.asked_again or task.is_last():
            self.answer("cancelled", where, where.remaining(task.asked, frames=frames))
        else:  # the loop has been ended, and waits for others as well
            self.answer("cleaning", where)

    def finish(self, where):
        in_exit_function = not where.in_script() and where.in_exit_function()
        self.closing.finish(run_exit_functions=not in_exit_function)

    def answer(self, doing, where, frames=()):
        self.answered = True
        self.agent.send("handled", doing, where.waits_for(), *frames)

    # -- how it is ended: see _FIRST

    def end_after_main(self, where):
        """It has not begun, or waits for its threads; else it ends by itself, and nothing of
        that must be done twice."""
        self.answer("ending", where)
        if where.in_exit_function():
            return
        self.closing.end_workers_at_exit()
        self.closing.finish()

    def interrupt(self, where):
        self.answer("interrupted", where)
        return KeyboardInterrupt

    def quit_debugger(self, where):
        """As its own command `quit` does; it would begin the script anew otherwise."""
        debugger = where.debugger()
        debugger._user_requested_quit = True
        debugger.quitting = True
        self.answer("exiting", where)
        return sys.modules["bdb"].BdbQuit()

    def skip_test(self, where):
        """What has been set up is torn down, no test failed, and none begins."""
        where.test_result().stop()
        self.answer("interrupted", where)
        return sys.modules["unittest.case"].SkipTest("interrupted")

    def was_interrupted(self):
        """It did not hear the bell, and got a real SIGINT since; that was Ctrl+C."""
        return self.interrupted and not self.system_ended and not self.ignores_interrupt()

    def signal_interrupt(self, where):
        self.send_signal(2)

    def cancel_main_task(self, where):
        task = part("tasks").MainTask()
        if not where.names("CancelledError", task.frames()):
            self.main_task = task
        self.send_signal(2)

    def signal_terminate(self, where):
        self.send_signal(15)

    def send_signal(self, number):
        """A real one: the script's handler may need more than to be called (asyncio: a byte in
        its wake-up descriptor)."""
        self.signalled = number
        self.answered = True
        doing = "signalled" if self.main_task is None else "cancelled"
        self.agent.send("handled", doing, "")
        self.agent.channel.send_signal(self.agent, number)

    def has_own_handler(self, number):
        """Not Python's own, nor a debugger's, which would stop at its prompt."""
        import _signal

        handler = _signal.getsignal(number)
        if not callable(handler) or handler is _signal.default_int_handler:
            return False
        bdb = sys.modules.get("bdb")
        kind = getattr(bdb, "Bdb", ())
        return not isinstance(getattr(handler, "__self__", None), kind)

    @staticmethod
    def asyncio_interrupts():
        """Its own handler for Ctrl+C, with which it cancels the main task."""
        import _signal

        function = getattr(_signal.getsignal(2), "func", None)
        return getattr(function, "__module__", None) == "asyncio.runners"

    def has_own_interrupt(self):
        return self.has_own_handler(2) and not self.asyncio_interrupts()

    def has_own_terminate(self, where):
        return self.has_own_handler(15) and not where.expects_interrupt()

    @staticmethod
    def blocks_interrupt():
        """Then a thread of the script's waits for it (sigwait)."""
        import _signal

        masks = hasattr(_signal, "pthread_sigmask")
        return masks and 2 in _signal.pthread_sigmask(_signal.SIG_BLOCK, ())

    @staticmethod
    def ignores_interrupt():
        import _signal

        return _signal.getsignal(2) == _signal.SIG_IGN

    # -- what is uncaught

    def on_uncaught(self, hook, error):
        """In the main thread, from the event sys.excepthook: who asked for Ctrl+C need not read
        its traceback. A hook of the script's own sees it; what it hands on is not printed."""
        if not isinstance(error, KeyboardInterrupt):
            return
        if not self.asked:
            self.hear()
        if not self.asked:
            return
        printed, number = sys.__excepthook__, id(error)  # held, it would hold the script's frames
        if hook is None or hook is printed:
            raise Silenced

        def excepthook(kind, value, traceback):
            if id(value) != number:
                printed(kind, value, traceback)

        sys.__excepthook__ = excepthook


# The first request: where it finds the script -> how that is ended; else by KeyboardInterrupt.
_FIRST = (
    (lambda self, where: self.was_interrupted(), Ending.look),
    (lambda self, where: where.debugger() is not None, Ending.quit_debugger),
    (lambda self, where: where.at_prompt(), Ending.leave),
    (lambda self, where: self.has_own_interrupt(), Ending.signal_interrupt),
    (lambda self, where: self.blocks_interrupt(), Ending.signal_interrupt),
    (lambda self, where: self.has_own_terminate(where), Ending.signal_terminate),
    (lambda self, where: self.asyncio_interrupts(), Ending.cancel_main_task),
    (lambda self, where: self.ignores_interrupt(), Ending.leave),
    (lambda self, where: where.in_callback(), Ending.leave),
    (lambda self, where: where.test_result() is not None, Ending.skip_test),
)
_OBEY = {
    "ask": Ending.ask,
    "again": Ending.ask_again,
    "exit": Ending.leave,
    "look": Ending.look,
    "finish": Ending.finish,
}
