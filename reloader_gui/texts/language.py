"""Which language the window speaks: one file of translations for each, in i18n/.

English is one, too: the sources say '%n file(s)', and its file has the plurals.
"""

from __future__ import annotations

from importlib import resources

from PySide6.QtCore import QCoreApplication, QTranslator

ENGLISH = "en"


def install(app: QCoreApplication, language: str = ENGLISH) -> QTranslator:
    """From now on all texts are in this language; what is shown is worded anew. The translator
    lives as long as the application, or until it is removed from it."""
    translator = QTranslator(app)
    file = resources.files("reloader_gui").joinpath("i18n", f"{language}.qm")
    translator.load(str(file))
    app.installTranslator(translator)
    return translator
