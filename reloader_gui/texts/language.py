"""Which language the window speaks: one file of translations for each, in i18n/.

English is one, too: the sources say '%n file(s)', and its file has the plurals. It stays below
the others, so that a sentence which has no translation yet is said in English.
"""

from __future__ import annotations

from collections.abc import Sequence
from importlib import resources

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

SYSTEM = "system"
ENGLISH = "en"
CHINESE = "zh_CN"
_SIMPLIFIED = ("zh-CN", "zh-SG", "zh-MY", "zh-Hans")
_spoken = ENGLISH
_shown: list[QTranslator] = []
"""Those of the application, the oldest first. GUI thread."""


def install(app: QCoreApplication, choice: str = ENGLISH) -> None:
    """From now on all texts are in this language, Qt's own ones too; what is shown is worded
    anew. `choice`: a language, or SYSTEM."""
    global _spoken
    _spoken = language = of_system() if choice == SYSTEM else choice
    for old in _shown:
        app.removeTranslator(old)
    _shown.clear()
    folder = resources.files("reloader_gui").joinpath("i18n")
    files = [str(folder.joinpath(f"{ENGLISH}.qm"))]
    if language != ENGLISH:
        qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        files += [f"{qt}/qtbase_{language}.qm", str(folder.joinpath(f"{language}.qm"))]
    for file in files:
        translator = QTranslator(app)
        if translator.load(file):
            app.installTranslator(translator)
            _shown.append(translator)


def spoken() -> str:
    """The language of now."""
    return _spoken


def of_system(wanted: Sequence[str] | None = None) -> str:
    """The first of the user's languages that the window speaks; `wanted`: such as 'zh-Hans-CN',
    the dearest first."""
    for name in QLocale.system().uiLanguages() if wanted is None else wanted:
        if name.startswith(_SIMPLIFIED) or name == "zh":
            return CHINESE
        if name == ENGLISH or name.startswith(f"{ENGLISH}-"):
            return ENGLISH
    return ENGLISH
