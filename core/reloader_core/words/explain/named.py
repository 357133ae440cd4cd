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
    Kind.JSON_COMMENT: (
        "At line {line}, column {column} of this JSON begins a comment, and JSON knows none."
        " Remove it, and all others."
    ),
}
