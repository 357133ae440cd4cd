"""What an error means, of how files are named, in English: see sentence.py."""

from __future__ import annotations

from reloader_core.explain.kinds.diagnosis import Kind

NAMED_SENTENCES: dict[Kind, str] = {
    Kind.DATE_IN_NAME: (
        "In the name of a file, each / ends the name of a folder, and the date in '{file}'"
        " brings some. In place of {form}, write: {instead}"
    ),
    Kind.FILE_HERE: (
        "There is no {file} in the folder {folder}, but {found} is in that folder itself. If"
        ' that is meant, write: "{found}"'
    ),
    Kind.FILE_HERE_MADE: (
        "There is no {file} in the folder {folder}, but {found} is in that folder itself. If"
        " that is meant, leave out {item} where the name is made."
    ),
    Kind.FILE_BELOW_MADE: (
        "There is no {file} in the folder {folder}, but there is one in its folder {name}. If"
        " that is meant, write in line {line}, in place of {what}: {instead}"
    ),
    Kind.FILE_BELOW_FOLDER: (
        "There is no {file} in the folder {folder}, but there is one in its folder {name}. If"
        ' that is meant, its name has to begin with "{name}/" where it is opened.'
    ),
    Kind.JSON_COMMENT: (
        "At line {line}, column {column} of this JSON begins a comment, and JSON knows none."
        " Remove it, and all others."
    ),
}
