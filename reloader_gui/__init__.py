"""The window of Reloader: PySide6 around the engine in `core`. Begins in __main__.py."""
