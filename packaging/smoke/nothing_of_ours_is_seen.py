import importlib.util
import os
import sys

packages = ("reloader_core", "reloader_gui")
for name in (*packages, "PySide6", "shiboken6", "psutil", "watchdog", "platformdirs"):
    assert importlib.util.find_spec(name) is None, name
ours = [name for name in os.environ if name.startswith(("PYTHON", "QT_", "LD_", "SSL_"))]
assert not set(ours) - {"QT_QPA_PLATFORM", "SSL_CERT_FILE"}, ours  # the first is the test's own
assert not [path for path in sys.path if os.path.join("app", "lib") in path]
print("ok")
