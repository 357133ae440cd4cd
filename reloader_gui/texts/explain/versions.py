"""What an error means, of what older and newer Pythons have, in
the window's words."""

from __future__ import annotations

from reloader_core import Kind
from reloader_gui.texts.texts import Texts


class ExplainVersionsTexts(Texts):
    def sentences(self) -> dict[Kind, str]:
        """With places for the values, which are called as the kind says."""
        return self._part_1() | self._part_2()

    def _part_1(self) -> dict[Kind, str]:
        return {
            Kind.NEEDS_NEWER: self.tr(
                "{what} is possible from Python {version} on, and this is Python {version2}."
                " Choose a newer Python, or leave it out."
            ),
            Kind.NEWER_SYNTAX: self.tr(
                "{what} is possible from Python {version} on, and the one that runs this script is"
                " older. Choose a newer Python."
            ),
            Kind.RENAMED_MODULE: self.tr(
                "Only Python 2 has a module '{name}'. In Python 3 it is called '{instead}'."
            ),
            Kind.MODULE_GONE: self.tr(
                "Python has no module '{name}' any more, since version {version}. Look up what"
                " took its place, or choose an older Python."
            ),
            Kind.RENAMED_IN_MODULE: self.tr(
                "{full} is from an older version, and is not there any more. Write: {instead}"
            ),
            Kind.PART_NOT_IMPORTED: self.tr(
                "{module}.{name} is a module of its own, and 'import {module}' does not bring it"
                " along. Write at the top of the file: import {module}.{name}"
            ),
            Kind.ONE_TYPE: self.tr(
                "{what}[...] takes one type, and here are several. For a value that may be of"
                " either, write {instead}."
            ),
        }

    def _part_2(self) -> dict[Kind, str]:
        return {
            Kind.PACKAGE_NAME: self.tr(
                "'{name}' is what the package is called when it is installed. In a script it is"
                " called {instead}."
            ),
        }


EXPLAIN_VERSIONS = ExplainVersionsTexts()
