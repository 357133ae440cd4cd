"""What an error means, of how files are named, in the window's words."""

from __future__ import annotations

from reloader_core import Kind
from reloader_gui.texts.texts import Texts


class ExplainNamedTexts(Texts):
    def sentences(self) -> dict[Kind, str]:
        """With places for the values, which are called as the kind says."""
        return {
            Kind.DATE_IN_NAME: self.tr(
                "In the name of a file, each / ends the name of a folder, and the date in"
                " '{file}' brings some. In place of {form}, write: {instead}"
            ),
            Kind.FILE_HERE: self.tr(
                "There is no {file} in the folder {folder}, but {found} is in that folder"
                ' itself. If that is meant, write: "{found}"'
            ),
            Kind.FILE_HERE_MADE: self.tr(
                "There is no {file} in the folder {folder}, but {found} is in that folder"
                " itself. If that is meant, leave out {item} where the name is made."
            ),
            Kind.FILE_BELOW_MADE: self.tr(
                "There is no {file} in the folder {folder}, but there is one in its folder"
                " {name}. If that is meant, write in line {line}, in place of {what}: {instead}"
            ),
            Kind.FILE_BELOW_FOLDER: self.tr(
                "There is no {file} in the folder {folder}, but there is one in its folder"
                ' {name}. If that is meant, its name has to begin with "{name}/" where it is'
                " opened."
            ),
            Kind.JSON_COMMENT: self.tr(
                "At line {line}, column {column} of this JSON begins a comment, and JSON knows"
                " none. Remove it, and all others."
            ),
        }


EXPLAIN_NAMED = ExplainNamedTexts()
