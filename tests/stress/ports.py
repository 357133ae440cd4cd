"""A server restarts a hundred times in a row: is its port ever still in use?

    python tests/stress/ports.py [--count 100] [--json]

Each way of holding a port: with and without SO_REUSEADDR, by a grandchild, by http.server
with a client in the middle of a request. Promised: never 'address already in use' that
comes from an old run. A connection that the old run had and its client has not closed
keeps the port from a script *without* SO_REUSEADDR for a minute, whoever starts it (as in
a terminal): where there are clients it is counted beside, and not as ours.
"""

from __future__ import annotations

import contextlib
import os
import socket
import sys
import tempfile
from pathlib import Path

from _stress import Tool, options, report, until

LISTEN = """
import errno, socket, subprocess, sys, time
try:
    s = socket.socket(); {reuse}
    s.bind(('127.0.0.1', {port})); s.listen()
except OSError as error:
    sys.stdout.write('FAILED %s %d\\n' % (errno.errorcode[error.errno], {number})); raise
sys.stdout.write('up {number}\\n')
{rest}
"""
REUSE = "s.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)"
ACCEPT = "while True: s.accept()"
ANSWER = "kept = []\nwhile True: kept.append(s.accept()[0]); kept[-1].recv(100)"
HELD = "s.set_inheritable(True); subprocess.Popen(['sleep', '600'], close_fds=False, "
HELD += "start_new_session=True); time.sleep(600)"
SERVER = """
import http.server, sys, time
class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self): time.sleep(600)
    def log_message(self, *rest): pass
try: server = http.server.ThreadingHTTPServer(('127.0.0.1', {port}), Handler)
except OSError: sys.stdout.write('FAILED EADDRINUSE {number}\\n'); raise
sys.stdout.write('up {number}\\n')
server.serve_forever()
"""
WAYS = {
    "no SO_REUSEADDR": LISTEN.replace("{reuse}", "pass").replace("{rest}", ACCEPT),
    "SO_REUSEADDR": LISTEN.replace("{reuse}", REUSE).replace("{rest}", ACCEPT),
    "held by a grandchild": LISTEN.replace("{reuse}", "pass").replace("{rest}", HELD),
    "http.server, a client waiting": SERVER,
    "no SO_REUSEADDR, a client waiting": LISTEN.replace("{reuse}", "pass").replace(
        "{rest}", ANSWER
    ),
}


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def play(folder: Path, way: str, count: int) -> tuple[int, int]:
    """(restarts that came up, restarts that found the port in use)."""
    port, up, in_use = free_port(), 0, 0
    source = WAYS[way].replace("{port}", str(port))
    tool = Tool(folder, source.replace("{number}", "0"))
    try:
        with contextlib.ExitStack() as clients:
            for number in range(count + 1):
                if number:
                    new = tool.script.with_suffix(".tmp")
                    new.write_text(source.replace("{number}", str(number)))
                    os.replace(new, tool.script)
                came_up, failed = f"up {number}\n", f" {number}\n"
                until(lambda: came_up in tool.output or failed in tool.output)  # noqa: B023
                if came_up in tool.output:
                    up += 1
                    if "client" in way:
                        client = socket.create_connection(("127.0.0.1", port), 5)
                        clients.enter_context(client).sendall(b"GET / HTTP/1.0\r\n\r\n")
                else:
                    in_use += 1
        return up - 1, in_use
    finally:
        tool.close()


def main() -> int:
    chosen = options(__doc__, count=100)
    figures: dict[str, object] = {}
    failures = []
    with tempfile.TemporaryDirectory(prefix="stress ports ") as folder:
        for way in WAYS:
            up, in_use = play(Path(folder), way, chosen.count)
            figures[way] = f"{up} restarts, {in_use} times in use"
            by_the_system = way == "no SO_REUSEADDR, a client waiting"
            if not by_the_system and (in_use or up != chosen.count):
                failures.append(f"{way}: {figures[way]}")
    return report(figures, failures, as_json=chosen.json)


if __name__ == "__main__":
    sys.exit(main())
