"""What an error means, of files and folders that a loop goes through, in the window's words."""

from __future__ import annotations

from reloader_core import Kind
from reloader_gui.texts.texts import Texts


class ExplainGoneThroughTexts(Texts):
    def sentences(self) -> dict[Kind, str]:
        """With places for the values, which are called as the kind says."""
        return {
            Kind.FOLDER_AMONG: self.tr(
                "{file} is a folder: line {line} gives folders, too, and here a file is needed."
                " Pass over all that is no file. Write above line {line2}, indented like it:"
                " {instead}"
            ),
            Kind.FOLDER_AMONG_EACH: self.tr(
                "{file} is a folder: line {line} gives folders, too, and here a file is needed."
                " Leave out all that is no file. Write in line {line2}: {instead}"
            ),
            Kind.FOLDER_AMONG_SOME: self.tr(
                "{file} is a folder: line {line} gives folders, too, and here a file is needed. Go"
                " on only with what is a file: {instead}"
            ),
            Kind.WALKED_FOLDERS: self.tr(
                "{file} is a folder, as all in '{what}' are: os.walk() gives the files apart from"
                " them. If they are meant, write in line {line}: {instead}"
            ),
            Kind.CHECKED_NAME: self.tr(
                "{file} is a folder. {function} in line {line} has not found that out, as '{what}'"
                " is its name without the folder that it is in. Write there: {instead}"
            ),
            Kind.FOLDER_GIVEN: self.tr(
                "{file} is a folder, and only files can be opened. Give the name of a file; if a"
                " folder may come here, ask first: {instead}"
            ),
            Kind.FILE_AMONG: self.tr(
                "{file} is a file: line {line} gives files, too, and here a folder is needed. Pass"
                " over all that is no folder. Write above line {line2}, indented like it:"
                " {instead}"
            ),
            Kind.FILE_AMONG_EACH: self.tr(
                "{file} is a file: line {line} gives files, too, and here a folder is needed."
                " Leave out all that is no folder. Write in line {line2}: {instead}"
            ),
            Kind.FILE_AMONG_SOME: self.tr(
                "{file} is a file: line {line} gives files, too, and here a folder is needed. Go"
                " on only with what is a folder: {instead}"
            ),
            Kind.LISTED_NAME: self.tr(
                "{file} is a name from {function}, which leaves out the folder. Write: {instead}"
            ),
            Kind.LISTED_PASSED: self.tr(
                "{file} is a name from {function}, which leaves out the folder. Write in line"
                " {line}: {instead}"
            ),
            Kind.LISTED_LINES: self.tr(
                "{file} is a name from {function}, which leaves out the folder. Wherever '{what}'"
                " is meant as a file or folder (line {lines}), write: {instead}"
            ),
            Kind.ENTRY_NAME: self.tr(
                "{file} is looked for in another folder: {what} is the name without its folder."
                " Write in line {line}, in place of it: {instead}"
            ),
        }


EXPLAIN_GONE_THROUGH = ExplainGoneThroughTexts()
