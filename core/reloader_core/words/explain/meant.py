"""What an error means, of what was meant, in English: see sentence.py."""

from __future__ import annotations

from reloader_core.explain.kinds.diagnosis import Kind

MEANT_SENTENCES: dict[Kind, str] = {
    Kind.MATCH_SIGN: (
        "{what} is None, because the pattern in line {line} does not take the {sign} that stands"
        " before a number in the text {text}. Write there {instead} in place of {code}, wherever"
        " that number may stand."
    ),
    Kind.MATCH_CUT: (
        "{what} is None, because the pattern in line {line} does not fit the beginning of the text"
        " {text}: of that, it fits only {item}, which stands right behind {sign}. Change the"
        " pattern so that it takes what stands before, too."
    ),
    Kind.TEXT_SKIPPED: (
        "{name} is None, because the pattern in line {line2} does not fit the text {text}, so"
        " nothing was found in line {line}. Change the pattern, or pass over such texts. Write"
        " below line {line}: if {name} is None: continue"
    ),
    Kind.TEXT_SKIPPED_FROM: (
        "{name} is None, because the pattern in line {line2} does not fit the text {text}, so"
        " nothing was found in line {line}. It fits no further than {item}. Change the pattern, or"
        " pass over such texts. Write below line {line}: if {name} is None: continue"
    ),
    Kind.IMPORT_NEAR_USED: (
        "The module '{module}' has no '{name}'. Did you mean '{near}'? Write it so in all of these"
        " lines: {lines}"
    ),
    Kind.LETTER_SET: (
        "{what} is text (str), and its parts cannot be changed. Make a new text of its parts, and"
        " put it in the place of the old one. Write: {instead}"
    ),
}
