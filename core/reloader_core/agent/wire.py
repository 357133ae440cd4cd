"""Words between the agent and the supervisor; child/wire.py of the engine frames alike."""


class Unreachable(Exception):
    """What started this interpreter for us has closed the way to the supervisor."""


def encode(*fields):
    payload = b"\0".join(field.encode("utf-8", "surrogateescape") for field in fields)
    return len(payload).to_bytes(4, "little") + payload


class Decoder:
    """Puts messages together from what has come so far."""

    def __init__(self):
        self.buffer = b""

    def feed(self, data):
        """The messages that these bytes complete, each a list of fields."""
        self.buffer += data
        while len(self.buffer) >= 4:
            size = int.from_bytes(self.buffer[:4], "little")
            if len(self.buffer) < 4 + size:
                return
            payload = self.buffer[4 : 4 + size]
            self.buffer = self.buffer[4 + size :]
            yield payload.decode("utf-8", "surrogateescape").split("\0")
