"""What is logged while something is imported ahead: it is logged when the script imports the module
and may have set logging up.

Runs in a parked child. What logs in another way than by a Logger's own methods is refused.
"""

import sys

_LEFT_OUT = ("exc_info", "stack_info")  # these would show what is ours


class Logged:
    """`note(function, *args)` takes the step that is due; `refuse()`: it cannot be done again."""

    def __init__(self):
        self.note = self.refuse = None
        self.logging = None

    def begin(self, note, refuse):
        self.note, self.refuse = note, refuse

    def look(self, loading):
        """Logging is among what is imported, too."""
        if self.logging is None and "logging" in sys.modules and "logging" not in loading:
            self.logging = logging = sys.modules["logging"]
            self.asked = logging.Logger.isEnabledFor
            logging.Logger.isEnabledFor = self.hear(self.asked)

    def end(self):
        if self.logging is not None:
            self.logging.Logger.isEnabledFor = self.asked
        self.logging = self.note = self.refuse = None

    def hear(self, asked):
        """What stands in for Logger.isEnabledFor meanwhile: each of its methods asks that first."""

        def isEnabledFor(logger, level):
            if self.note is None:  # somebody has kept this
                return asked(logger, level)
            caller = sys._getframe(1)
            given = dict(caller.f_locals)
            keywords = given.get("kwargs") or {}
            if (
                not self.is_loggings(caller)
                or "msg" not in given
                or "args" not in given
                or type(logger) not in (self.logging.Logger, self.logging.RootLogger)
                or any(keywords.get(each) for each in _LEFT_OUT)
            ):
                self.refuse()
                return asked(logger, level)
            place = self.place(caller, keywords.get("stacklevel", 1))
            extra = keywords.get("extra")
            self.note(_log_again, logger, level, place, given["msg"], given["args"], extra)
            return False

        return isEnabledFor

    def is_loggings(self, frame):
        return frame.f_globals is vars(self.logging)

    def place(self, frame, levels):
        """File, line and function that a record tells."""
        while levels > 0 and frame.f_back is not None:
            frame = frame.f_back
            levels -= not self.is_loggings(frame)
        return frame.f_code.co_filename, frame.f_lineno, frame.f_code.co_name


def _log_again(logger, level, place, message, args, extra):
    if logger.isEnabledFor(level):
        file, line, function = place
        words = logger.name, level, file, line, message, args, None, function, extra
        logger.handle(logger.makeRecord(*words))
