"""Random numbers that a module draws when it is imported (rich does). Imported ahead, it has drawn
them where nobody had seeded them: a script that has seeded them by then gets other ones after it.

So it imports the module itself; or, if that is not possible, as many are drawn anew. Runs in a
parked child, and where the script imports.
"""

import sys

_MOST = 2000


class Drawn:
    def __init__(self):
        self.source = None  # of all who use the module's functions
        self.seen = None
        self.parked = None  # its state when the child goes

    def begin(self):
        """Before something is imported ahead."""
        self.source = self.seen = None
        self.look(None)

    def look(self, record):
        """What has been drawn since the last look, this record's code has."""
        source = getattr(sys.modules.get("random"), "_inst", None)
        if source is None:
            return
        now = source.getstate()
        if source is self.source and now != self.seen:
            count = _drawn_between(source, self.seen, now)
            if count is None:
                record.refusal = "it seeds random numbers"
            record.conditions.append(self.is_untouched)
            record.steps.append((self.draw, (count,)))
        self.source, self.seen = source, now

    def go(self):
        if self.source is not None:
            self.parked = self.source.getstate()

    def is_untouched(self):
        return self.source.getstate() == self.parked

    def draw(self, count):
        if not self.is_untouched():
            for _ in range(count):
                self.source.getrandbits(32)


def _drawn_between(source, before, now):
    """How many words; None if these do not come one after another."""
    other = type(source)()
    other.setstate(before)
    for count in range(1, _MOST):
        other.getrandbits(32)
        if other.getstate() == now:
            return count
    return None
