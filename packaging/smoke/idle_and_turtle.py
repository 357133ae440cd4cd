import importlib
import sys

names = ["idlelib.pyshell", "turtle", "tkinter.ttk", "pydoc", "this"]
if sys.platform != "win32":
    names += ["curses", "readline"]
for name in names:
    importlib.import_module(name)
print("ok")
