"""The end of `reloader ctl` that is asked: one thread for each script.

Nothing depends on it: where no folder is private, or no socket can be had, the script runs
without.
"""

from __future__ import annotations

import contextlib
import logging
import threading
from collections.abc import Iterable
from pathlib import Path

from reloader_core.control.ends import exchange, forget, listen
from reloader_core.control.line import Answer, Listener, Nobody
from reloader_core.control.place import Endpoint, new_endpoint, usual_folders

log = logging.getLogger(__name__)
CLOSE_S = 3.0


class Server:
    """Answers from its making until close()."""

    def __init__(self, answer: Answer, folders: Iterable[Path] | None = None) -> None:
        """`folders`: private ones; None: the usual."""
        self._answer = answer
        self._closing = False
        self._thread: threading.Thread | None = None
        self._endpoint: Endpoint | None = None
        try:
            self._endpoint = new_endpoint(usual_folders() if folders is None else folders)
            if self._endpoint is None:
                log.info("`reloader ctl` does not reach this script: no folder is private")
                return
            listener = listen(self._endpoint)
        except OSError as error:
            log.info("`reloader ctl` does not reach this script: %s", error)
            return
        self._thread = threading.Thread(
            target=self._serve, args=(listener, self._endpoint), name="control", daemon=True
        )
        self._thread.start()

    def close(self) -> None:
        """Bounded. A thread that waits for a connection is given one."""
        self._closing = True
        if self._thread is not None and self._endpoint is not None:
            with contextlib.suppress(Nobody):
                exchange(self._endpoint, b"")
            self._thread.join(CLOSE_S)

    def _serve(self, listener: Listener, endpoint: Endpoint) -> None:
        try:
            while not self._closing:
                listener.serve(self._answer)
        except OSError as error:
            log.warning("control: %s", error)
        except Exception:
            log.exception("control has failed")
        finally:
            listener.close()
            forget(endpoint)
