"""A whole supervisor in a thread of the test's own."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any

from reloader_core import Message, Notice, State, Status, Supervisor, Target
from reloader_core.kept_imports import KeptImports


class Engine:
    """A supervisor in a thread of its own, and all that it said."""

    def __init__(
        self,
        target: Target,
        environ: dict[str, str],
        wait_until: Callable[..., None],
        **parts: Any,
    ) -> None:
        self.target = target
        self.messages: list[Message] = []
        self.chunks: list[tuple[int, bytes]] = []
        self._wait_until = wait_until
        parts.setdefault("kept", KeptImports(None))
        self.supervisor = Supervisor(
            target,
            report=self.messages.append,
            output=lambda run, data: self.chunks.append((run, data)),
            environ=environ,
            **parts,
        )
        self.thread = threading.Thread(target=self.supervisor.run)
        self.thread.start()

    def close(self) -> None:
        self.supervisor.quit()
        self.thread.join(15)
        if self.thread.is_alive():
            self.supervisor.quit()
            self.thread.join(15)
        assert not self.thread.is_alive()

    @property
    def statuses(self) -> list[Status]:
        return [message for message in self.messages if isinstance(message, Status)]

    @property
    def status(self) -> Status:
        return self.statuses[-1]

    @property
    def notices(self) -> list[Notice]:
        return [message for message in self.messages if isinstance(message, Notice)]

    def text(self, run: int | None = None) -> str:
        parts = [data for number, data in self.chunks if run in (None, number)]
        return b"".join(parts).decode("utf-8", "replace").replace("\r\n", "\n")

    def wait(self, condition: Callable[[], object], what: str = "", deadline_s: float = 10) -> None:
        def describe() -> str:
            return f"{what}; {self.statuses[-4:]} {self.notices} {self.text()[-2000:]!r}"

        try:
            self._wait_until(condition, deadline_s=deadline_s, what=what)
        except BaseException as error:
            raise AssertionError(describe()) from error

    def wait_state(self, state: State, run: int | None = None) -> Status:
        self.wait(
            lambda: self.statuses and self.status.state is state and run in (None, self.status.run),
            f"{state} in run {run}",
        )
        return self.status

    def wait_text(self, text: str, run: int | None = None) -> None:
        self.wait(lambda: text in self.text(run), f"{text!r} from run {run}")


def wait_parked(engine: Any) -> int:
    """Until a standby is parked and has nothing more to import; returns its pid."""

    def is_ready() -> bool:
        standby = engine.supervisor._standbys.first
        if standby is None or standby.hello is None or standby.stage.name != "READY":
            return False
        return not standby.has_more(engine.supervisor._standbys._used)

    engine.wait(is_ready, "a standby")
    return int(engine.supervisor._standbys.first.hello.pid)
