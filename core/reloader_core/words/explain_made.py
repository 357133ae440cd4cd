"""What an error means, of values that were made as another type, in English: see explain.py."""

from __future__ import annotations

from reloader_core.explain.diagnosis import Kind

MADE_SENTENCES: dict[Kind, str] = {
    Kind.TYPED_TEXT: (
        "{what} is text, because input() gives text. For a number, write in line {line}: {instead}"
    ),
    Kind.TYPED_KEPT: (
        "{what} is text, because input() in line {line} gives text. For a number, write in line"
        " {line2}: {instead}"
    ),
    Kind.TYPED_TWICE: (
        "{what} is text, because input() gives text. For a number, write in line {line} and in line"
        " {line2}: {instead}"
    ),
    Kind.TEXT_ONCE: (
        "{what} is text, and a number is needed here and below. Make one of it once, in a new line"
        " above line {line}: {instead}"
    ),
    Kind.TEXT_FROM: (
        "{what} is text, and a number is needed here. Make one of it where it gets its value. Write"
        " in line {line}: {instead}"
    ),
}
