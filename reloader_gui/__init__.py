"""The window of Reloader: PySide6 around the engine, reloader_core. Begins in __main__.py."""
