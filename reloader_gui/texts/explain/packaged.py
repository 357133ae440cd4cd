"""What an error means, of what own packages have elsewhere, in the window's words."""

from __future__ import annotations

from reloader_core import Kind
from reloader_gui.texts.texts import Texts


class ExplainPackagedTexts(Texts):
    def sentences(self) -> dict[Kind, str]:
        """With places for the values, which are called as the kind says."""
        return {
            Kind.HELD_BY_PART: self.tr(
                "'{module}' has no '{attribute}' itself: that is in its file {file}. Write at"
                " the top of the file: import {part}, and here: {instead}"
            ),
            Kind.HELD_IMPORT: self.tr(
                "'{module}' has no '{name}' itself: that is in its file {file}. Write: {instead}"
            ),
            Kind.ONLY_WHEN_RUN: self.tr(
                "'{name}' in line {line} of {file} belongs to if __name__ == ..., and so it is"
                " there only when that file is run itself. Move it out of that 'if', and above"
                " it."
            ),
            Kind.METHOD_IN_MODULE: self.tr(
                "'{name}' in {file} is a function of the class {class}, and is reached only by"
                " way of an object of it. Write: {instead}, make an object, and call .{name}()"
                " of that."
            ),
            Kind.STAR_LEFT_OUT: self.tr(
                "{file} has a '{name}', but 'import *' does not bring it along: it leaves out"
                " names that begin with _, and all that a list __all__ there does not name."
                " Write at the top of the file: {instead}"
            ),
            Kind.MODULE_BESIDE: self.tr(
                "There is no package '{name}' here, but {file} is in the folder of your"
                " script. Write: {instead}"
            ),
            Kind.CLASS_PARAMETERS: self.tr(
                "The brackets behind the name of a class are for a class that it builds upon."
                " What an object is made of is taken by __init__: write {instead2} here, and in"
                " line {line}: {instead}"
            ),
        }


EXPLAIN_PACKAGED = ExplainPackagedTexts()
