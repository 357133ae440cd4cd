"""Another language, chosen while the window is open, says all of it anew; and all of it fits."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenu,
    QWidget,
)
from pytestqt.qtbot import QtBot

from patience import is_wine
from pseudo import BEGIN, PseudoLanguage
from reloader_core import Exit, Notice, NoticeKind, ReasonKind, ScriptError, State
from reloader_gui.run.scripts import copy_example
from reloader_gui.settings.store import Settings
from reloader_gui.texts import language
from reloader_gui.texts.window import DIALOGS
from reloader_gui.ui.widgets import OneLine
from reloader_gui.window.main_window import MainWindow

# Not ours to translate: names and numbers, what Python says, the keys' names.
VALUES = re.compile(
    r"[\w./+-]+\.py\b.*|Reloader|/.*|[A-Z]:\\.*|NameError: .*|score = .*|[\d,. ]*"
    r"|.*\bsettings\.toml|English|\u7b80\u4f53\u4e2d\u6587"
)


@pytest.fixture
def pseudo(qapp: QApplication) -> Iterator[PseudoLanguage]:
    translator = PseudoLanguage()
    yield translator
    qapp.removeTranslator(translator)


def texts(window: MainWindow) -> Iterator[tuple[str, str]]:
    """(whose, text) of all that can be read or heard in it now, and of its menus."""
    for widget in [window, *window.findChildren(QWidget)]:
        if not widget.isVisible() or widget.objectName().startswith("qt_"):
            continue
        name = f"{type(widget).__name__} {widget.objectName()}"
        yield f"{name}: tool tip", widget.toolTip()
        yield f"{name}: accessible name", widget.accessibleName()
        yield f"{name}: accessible description", widget.accessibleDescription()
        if isinstance(widget, QLabel | QAbstractButton) and not isinstance(widget, OneLine):
            yield name, widget.text()
        if isinstance(widget, QLineEdit):
            yield f"{name}: hint", widget.placeholderText()
        if isinstance(widget, QComboBox):
            for number in range(widget.count()):
                yield f"{name}: item", widget.itemText(number)
    for menu in window.findChildren(QMenu):
        for action in menu.actions():
            yield "menu", action.text()


def untranslated(window: MainWindow) -> list[tuple[str, str]]:
    return [
        (whose, text)
        for whose, text in texts(window)
        if text and BEGIN not in text and not VALUES.fullmatch(text)
    ]


def cut(window: MainWindow) -> list[str]:
    """Buttons and lines that have less room than they need."""
    shown: list[QAbstractButton | QLabel] = [*window.findChildren(QAbstractButton)]
    shown += window.findChildren(QLabel)
    return [
        f"{type(each).__name__} {each.objectName()} {each.text()!r}: {each.size().toTuple()}"
        for each in shown
        if each.isVisible() and each.text() and not isinstance(each, OneLine) and _is_cut(each)
    ]


def _is_cut(each: Any) -> bool:
    if isinstance(each, QLabel) and each.wordWrap():
        return bool(each.height() < each.heightForWidth(each.width()))
    return bool(each.width() < each.minimumSizeHint().width())


def crash(window: MainWindow, engine: Any, game: Path, qtbot: QtBot) -> None:
    """A card, and a message with two answers."""
    page = window.page
    assert page is not None
    error = ScriptError("NameError", "name 'scoer' is not defined", game, 1, "score = scoer")
    engine.say(Notice(NoticeKind.AUTO_SAVE))
    engine.status(State.WAITING, ReasonKind.ENDED, run=1, exit=Exit(1, error), left=2)
    qtbot.waitUntil(page.card.isVisible)
    qtbot.waitUntil(lambda: not page.input.isEnabled())


@pytest.fixture(params=["empty", "ready", "crashed", "find", "arguments", "settings"])
def scene(request: pytest.FixtureRequest, window: MainWindow, qtbot: QtBot) -> Callable[[], None]:
    """Brings the window into one of the states that have most words."""

    def show() -> None:
        what: str = request.param
        if what != "empty":
            request.getfixturevalue("ready")
        if what == "crashed":
            engine = request.getfixturevalue("run")
            crash(window, engine, request.getfixturevalue("game"), qtbot)
        elif what == "find":
            window.page.find_in_output()  # type: ignore[union-attr]
        elif what == "arguments":
            window.commands.show_script_settings()
        elif what == "settings":
            window.commands.toggle_settings()

    return show


def test_all_that_is_shown_is_said_anew_in_another_language(
    qtbot: QtBot,
    qapp: QApplication,
    window: MainWindow,
    pseudo: PseudoLanguage,
    scene: Callable[[], None],
) -> None:
    scene()
    before = dict(texts(window))
    qapp.installTranslator(pseudo)
    qtbot.waitUntil(lambda: bool(pseudo.asked))
    qapp.processEvents()
    assert untranslated(window) == []
    qapp.removeTranslator(pseudo)
    qapp.processEvents()
    assert dict(texts(window)) == before, "and back"


@pytest.mark.skipif(is_wine(), reason="its font is wider than Windows' own")
@pytest.mark.parametrize("size", [(920, 640), (640, 420)])
def test_a_longer_language_is_not_cut(
    qtbot: QtBot,
    qapp: QApplication,
    window: MainWindow,
    pseudo: PseudoLanguage,
    scene: Callable[[], None],
    size: tuple[int, int],
) -> None:
    qapp.installTranslator(pseudo)
    scene()
    # The bar makes room; the row of the find bar needs as much as its words.
    window.resize(QSize(*size).expandedTo(window.minimumSizeHint()))
    with contextlib.suppress(qtbot.TimeoutError):  # what is cut is named below
        qtbot.waitUntil(lambda: cut(window) == [], timeout=2000)
    assert cut(window) == []


@pytest.mark.parametrize(
    ("wanted", "spoken"),
    [
        (["zh-Hans-CN", "en-US"], "zh_CN"),
        (["zh-CN"], "zh_CN"),
        (["zh"], "zh_CN"),
        (["de-DE", "zh-CN", "en"], "zh_CN"),
        (["zh-TW", "zh-Hant-TW", "en-US"], "en"),  # its readers have other words, and letters
        (["en-GB", "zh-CN"], "en"),
        (["C"], "en"),
        ([], "en"),
    ],
)
def test_the_first_language_of_the_user_that_there_is(wanted: list[str], spoken: str) -> None:
    assert language.of_system(wanted) == spoken


@pytest.fixture
def english_again(qapp: QApplication) -> Iterator[None]:
    yield
    language.install(qapp)


def test_chinese_is_chosen_in_the_settings_and_spoken_at_once(
    qtbot: QtBot,
    qapp: QApplication,
    ready: MainWindow,
    settings: Settings,
    tmp_path: Path,
    english_again: None,
) -> None:
    ready.language_chosen.connect(lambda choice: language.install(qapp, choice))
    ready.commands.toggle_settings()
    box = ready.findChild(QComboBox, "setting_language")
    assert box is not None
    before = dict(texts(ready))
    for choice in ("zh_CN", "en"):
        box.setCurrentIndex(box.findData(choice))
        box.activated.emit(box.currentIndex())
        qapp.processEvents()
        assert settings.text("language") == choice
        if choice == "zh_CN":
            assert ready.bar.run.text() == "运行"
            script = copy_example(tmp_path, language.spoken())
            assert 'GREETING = "你好"' in script.read_text(encoding="utf-8")
            compile(script.read_bytes(), script, "exec")
            assert qapp.translate("QPlatformTheme", "Cancel") == "取消", "Qt's own words, too"
    assert dict(texts(ready)) == before


@pytest.mark.parametrize("choice", [language.ENGLISH, language.CHINESE])
def test_file_dialogs_find_files_in_each_language(qapp: QApplication, choice: str) -> None:
    """Qt knows patterns by the ASCII brackets around them; by others it lists nothing."""
    language.install(qapp, choice)
    try:
        said = [DIALOGS.scripts(), DIALOGS.plain_text(), DIALOGS.coloured_text()]
    finally:
        language.install(qapp)
    assert all(re.fullmatch(r"[^()]+ \(\*[^()]+\)", each) for each in said), said
