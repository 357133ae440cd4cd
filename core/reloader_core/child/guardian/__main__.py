"""The way in: run as a file, so that nothing else of ours is imported, nor on the path."""

from __future__ import annotations

import importlib
import os
import sys

if __name__ == "__main__":
    package = os.path.dirname(os.path.abspath(__file__))
    sys.path.append(os.path.dirname(package))  # behind the library: it has names like ours
    loop = importlib.import_module(os.path.basename(package) + ".loop")
    sys.path.pop()
    loop.main()
