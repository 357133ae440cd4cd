"""Which exit functions are registered already when the script begins, by .pth files say. They run
after ours, so what they need has to be there yet."""

# Modules whose exit functions need nothing and leave nothing to be done: certifi gives a file back.
_HARMLESS = ("certifi.core",)


class _Spy:
    """Whoever compares with it is noted: atexit compares its functions with what it is to drop."""

    __hash__ = None

    def __init__(self):
        self.seen = []

    def __eq__(self, other):
        self.seen.append(other)
        return False


def are_harmless(atexit):
    spy = _Spy()
    try:
        atexit.unregister(spy)
        return all(each.__module__ in _HARMLESS for each in spy.seen)
    except Exception:  # one of them is an odd object
        return False
