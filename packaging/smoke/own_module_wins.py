import pathlib
import sys

pathlib.Path("colorsys.py").write_text("MINE = True\n")
import colorsys  # noqa: E402

assert colorsys.MINE
assert sys.path[0] == str(pathlib.Path(__file__).resolve().parent)
print("ok")
