"""A menu whose words follow the language, and whose keys work in all of its window. GUI thread."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from reloader_gui.ui.widgets import Worded

Keys = QKeySequence.StandardKey
_NATIVE = QKeySequence.SequenceFormat.NativeText


class ActionMenu(Worded, QMenu):
    """Whoever has added its actions calls set_words()."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._words: list[tuple[QAction, Callable[[], str]]] = []

    def add(
        self, words: Callable[[], str], act: Callable[[], object], *keys: Keys | str
    ) -> QAction:
        action = QAction(self)
        self.addAction(action)
        self._words.append((action, words))
        action.setShortcuts(sequences(*keys))
        action.triggered.connect(lambda: act())
        self._window.addAction(action)  # a menu outside of a menu bar does not serve its keys
        return action

    def keys(self) -> list[tuple[str, str]]:
        """What each key does, and its names: 'Run', 'F5, Ctrl+R'."""
        return [
            (words().rstrip(".\u2026"), ", ".join(keys))
            for action, words in self._words
            if (keys := [each.toString(_NATIVE) for each in action.shortcuts() if _is_usual(each)])
        ]

    def set_words(self) -> None:
        for action, words in self._words:
            action.setText(words())


def sequences(*keys: Keys | str) -> list[QKeySequence]:
    """Each once."""
    found: list[QKeySequence] = []
    for key in keys:
        found += [QKeySequence(key)] if isinstance(key, str) else QKeySequence.keyBindings(key)
    return list(dict.fromkeys(found))


def _is_usual(sequence: QKeySequence) -> bool:
    """Not one of the keys that few keyboards have, such as 'Open'."""
    first: QKeyCombination = sequence[0]  # type: ignore[index]  # it is a sequence
    if first.keyboardModifiers() != Qt.KeyboardModifier.NoModifier:
        return True
    return Qt.Key.Key_F1.value <= first.key().value <= Qt.Key.Key_F35.value
