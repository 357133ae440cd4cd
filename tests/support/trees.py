"""Scripts that start trees of processes, each of a kind that is hard to end."""

from __future__ import annotations

SLEEPER = "import time; time.sleep(60)"
TREES = {
    "grandchild": "p = subprocess.Popen(['sleep', '60']); pids(p.pid)",
    "python": f"p = subprocess.Popen([sys.executable, '-c', {SLEEPER!r}]); pids(p.pid)",
    "shell": "p = subprocess.Popen('sleep 60; true', shell=True); pids(p.pid)",
    "own_session": "p = subprocess.Popen(['sleep', '60'], start_new_session=True); pids(p.pid)",
    "own_group": "p = os.fork()\nif p == 0: os.setpgid(0, 0); time.sleep(60)\npids(p)",
    "ignores_sigterm": "line = 'trap \"\" TERM; echo x; sleep 60 & wait'\n"
                       "p = subprocess.Popen(['sh', '-c', line], stdout=subprocess.PIPE);"
                       "p.stdout.readline(); pids(p.pid)",
    "empty_environment": "p = subprocess.Popen(['/bin/sleep', '60'], env={}); pids(p.pid)",
    "holds_no_pipe": "p = subprocess.Popen(['sleep', '60'], stdin=-3, stdout=-3, stderr=-3);"
                     "pids(p.pid)",
    "stopped": "p = subprocess.Popen(['sleep', '60']); os.kill(p.pid, signal.SIGSTOP);"
               "pids(p.pid)",
    "double_forked": """
r, w = os.pipe()
if os.fork() == 0:
    os.setsid()
    if os.fork() == 0:
        os.write(w, b'%d ' % os.getpid()); time.sleep(60)
    os._exit(0)
os.wait(); pids(int(os.read(r, 100)))
""",
    "chain": """
r, w = os.pipe()
for n in range(12):
    if os.fork(): os.setsid() if n else 0; time.sleep(60) if n else 0; break
    os.write(w, b'%d ' % os.getpid())
else: time.sleep(60)
data = b''
while data.count(b' ') < 12: data += os.read(r, 1000)
pids(*map(int, data.split()))
""",
    "wide": "ps = [subprocess.Popen(['sleep', '60']) for _ in range(60)];"
            "pids(*[p.pid for p in ps])",
}  # fmt: skip
TREE_PROLOGUE = """
import os, signal, subprocess, sys, time
def pids(*numbers): print("pids", *numbers, flush=True)
"""


def tree(kind: str, rest: str = "") -> str:
    """A script that starts such a tree, says "pids ..." and goes on with `rest`."""
    return f"{TREE_PROLOGUE}{TREES.get(kind, '')}\n{rest}"
