"""Rules for slips of the hand in a line that does not parse: a word of Python's that is misspelt
or missing, blanks and zeros where none may be, backslashes. Pure."""

from __future__ import annotations

import builtins
import io
import keyword
import re
import tokenize

from reloader_core.explain.evidence.near import nearest
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind
from reloader_core.explain.syntax.trial import Broken

_BEGIN = frozenset(
    "if elif else for while def class return import from try except finally with del global"
    " assert raise pass break continue".split()
)
_INSIDE = frozenset("in not and or is as import lambda else if".split())
_PARTNERS = {"else": "if", "elif": "if", "except": "try", "finally": "try"}
_MOST_PARTING = 3
_MEANT = {
    **dict.fromkeys("function func fun fn define sub method procedure".split(), "def"),
    **dict.fromkeys("include using require".split(), "import"),
    **{"foreach": "for", "catch": "except", "throw": "raise"},
    "switch": "match",
}
"""Words of other languages."""

_ZERO_FIRST = r"(?<![\w.])0[0_]*([1-9][\d_]*)(?![\w.])"


def misspelt_word(broken: Broken) -> Diagnosis | None:
    """The word of Python's that is nearest to one in the line, if the line is right with it."""
    line = broken.line(broken.at)
    for number, (word, begin, end) in enumerate(_names(line)):
        if keyword.iskeyword(word):
            continue
        is_first = number == 0 and not line[:begin].strip()
        meant = _MEANT.get(word.lower(), "") if is_first else ""
        if not is_first and hasattr(builtins, word) or broken.sets(word) or broken.defines(word):
            continue
        if line[:begin][-1:].isalnum():
            continue  # the end of a number, which is what cannot be read
        near = [meant] if meant else _near_words(word, _BEGIN if is_first else _INSIDE)
        mends = [
            each
            for each in near
            if broken.is_mended(broken.at, f"{line[:begin]}{each}{line[end:]}")
        ]
        if len(mends) > 1:
            mends = [each for each in mends if each[0] == word[0]]
        if len(mends) == 1:
            meant = mends[0]
            return Diagnosis(Kind.WORD_MISSPELT, (word, meant, broken.at))
    return None


def _near_words(word: str, among: frozenset[str]) -> list[str]:
    """The nearest one, or each that is near."""
    meant = nearest(word, among)
    return [meant] if meant else [each for each in sorted(among) if nearest(word, [each])]


def _names(line: str) -> list[tuple[str, int, int]]:
    """Each with where it begins and ends, up to what cannot be read."""
    found = []
    try:
        for token in tokenize.generate_tokens(io.StringIO(line.strip() + "\n").readline):
            if token.type == tokenize.NAME:
                indented = len(line) - len(line.lstrip())
                found.append((token.string, token.start[1] + indented, token.end[1] + indented))
    except (tokenize.TokenError, SyntaxError):
        pass
    return found


def in_missing(broken: Broken) -> Diagnosis | None:
    code = broken.code(broken.at)
    found = re.match(r"(\s*for\s+\w+(?:\s*,\s*\w+)*)\s+(?!in\b)(\S.*)$", code)
    if found and re.match(r"[\w ]+\bin\b", found[2]):
        return None  # it is there, and too much before it
    if found and broken.is_mended(broken.at, f"{found[1]} in {found[2]}"):
        return Diagnosis(Kind.IN_MISSING, (broken.at,))
    return None


def condition_missing(broken: Broken) -> Diagnosis | None:
    found = re.match(r"(\s*)(if|elif|while)\s*:(.*)$", broken.code(broken.at))
    if found and broken.is_mended(broken.at, f"{found[1]}{found[2]} True:{found[3]}"):
        return Diagnosis(Kind.CONDITION_MISSING, (found[2], broken.at))
    return None


def without_partner(broken: Broken) -> Diagnosis | None:
    """An `else` that no `if` stands above of: as a beginning of its own it would be right."""
    code = broken.code(broken.at)
    found = re.match(r"(\s*)(else|elif|except|finally)\b(.*)$", code)
    if found is None or found[2] == "else" and found[3].strip(" :"):
        return None
    if (line := _parting(broken, found[1])) != 0:
        return Diagnosis(Kind.PARTED, (line, _PARTNERS[found[2]], found[2], broken.at))
    condition = found[3] if found[2] == "elif" else " True:"
    if broken.is_mended(broken.at, f"{found[1]}if{condition}"):
        return Diagnosis(Kind.WITHOUT_PARTNER, (found[2], broken.at, _PARTNERS[found[2]]))
    return None


def _parting(broken: Broken, blanks: str) -> int:
    """The first of a few lines right above that, indented as what is above them, mend it; 0 if
    there is none."""
    lines, number = list(broken.lines), broken.before(broken.at)
    run: list[int] = []
    while number > 0 and len(run) < _MOST_PARTING and _blanks(broken.code(number)) == blanks:
        run.append(number)
        number = broken.before(number)
    inside = _blanks(broken.code(number))
    if not run or number == 0 or not inside.startswith(blanks) or inside == blanks:
        return 0
    for each in run:
        lines[each - 1] = inside + broken.line(each)[len(blanks) :]
    return run[-1] if broken.is_mended_by("\n".join(lines), broken.at) else 0


def _blanks(code: str) -> str:
    return code[: len(code) - len(code.lstrip())]


def leading_zero(broken: Broken) -> Diagnosis | None:
    line = broken.line(broken.at)
    for found in re.finditer(_ZERO_FIRST, line):
        changed = re.sub(_ZERO_FIRST, r"\1", line)
        for date in re.finditer(r"(?<![\w.'\"-])\d{1,4}([-/.])\d\d?\1\d{1,4}(?![\w.'\"-])", line):
            quoted = f'{line[: date.start()]}"{date[0]}"{line[date.end() :]}'
            if broken.is_mended(broken.at, quoted):
                return Diagnosis(Kind.QUOTES_MISSING, (broken.at, date[0]))
        if broken.is_mended(broken.at, changed):
            return Diagnosis(Kind.LEADING_ZERO, (found[0], broken.at, found[1]))
    return None


def backslash(broken: Broken) -> Diagnosis | None:
    r"""In a text: Python takes C:\Users for the beginning of a special character."""
    if "unicode error" not in str(broken.mistake.msg):
        return None
    line = broken.line(broken.at)
    for found in re.finditer(r"(?<!\w)[\"']", line):
        if broken.is_mended(broken.at, f"{line[: found.start()]}r{line[found.start() :]}"):
            return Diagnosis(Kind.BACKSLASH, (broken.at,))
    return None


def escape_outside(broken: Broken) -> Diagnosis | None:
    r"""`title + \n + text`"""
    if "line continuation" not in str(broken.mistake.msg):
        return None
    line = broken.line(broken.at)
    for found in re.finditer(r"\\[nt](?!\w)", line):
        changed = f'{line[: found.start()]}"{found[0]}"{line[found.end() :]}'
        if broken.is_mended(broken.at, changed):
            return Diagnosis(Kind.ESCAPE_OUTSIDE, (broken.at, found[0]))
    return None


def line_continued(broken: Broken) -> Diagnosis | None:
    r"""Something behind the \ at the end of a line, and be it a blank."""
    if "line continuation" not in str(broken.mistake.msg):
        return None
    line = broken.line(broken.at)
    found = re.search(r"\\(\s+|\s*#.*)$", line)
    if found and broken.is_mended(broken.at, line[: found.start(1)]):
        return Diagnosis(Kind.LINE_CONTINUED, (broken.at,))
    return None


def hyphen_in_module(broken: Broken) -> Diagnosis | None:
    code = broken.code(broken.at)
    found = re.match(r"(\s*(?:import|from)\s+)([\w.]*\w-\w[\w.-]*)(.*)$", code)
    if found is None:
        return None
    instead = found[2].replace("-", "_")
    if broken.is_mended(broken.at, f"{found[1]}{instead}{found[3]}"):
        return Diagnosis(Kind.HYPHEN_IN_MODULE, (found[2], broken.at, instead))
    return None


def comma_at_end(broken: Broken) -> Diagnosis | None:
    """Between two lines of a list or dictionary."""
    for number in (broken.at, broken.before(broken.at)):
        code, below = broken.code(number), broken.line(number + 1).strip()
        is_key = re.match(r"(\"[^\"]*\"|'[^']*')\s*:", below) is not None
        if code.endswith(("'", '"')) and below.startswith(("'", '"')) and not is_key:
            continue  # a text in two lines
        if re.search(r"[\w\"'\])}]$", code) and broken.scan_before(number + 1).open:
            lines = [*broken.lines[: number - 1], f"{code},", *broken.lines[number:]]
            if broken.is_mended_by("\n".join(lines), number):
                return Diagnosis(Kind.COMMA_AT_END, (number,))
    return None


def assigned_with_colon(broken: Broken) -> Diagnosis | None:
    code = broken.code(broken.at)
    found = re.match(r"(\s*\w+\s*):=(.*)$", code)
    if found and broken.is_mended(broken.at, f"{found[1]}={found[2]}"):
        return Diagnosis(Kind.OTHER_OPERATOR, (":=", broken.at, "="))
    return None


def quotes_missing(broken: Broken) -> Diagnosis | None:
    """Around some words that are no names of the script's: print(Hello world!)"""
    code = broken.code(broken.at)
    for found in re.finditer(
        r"(?<=\()[^\W\d][^\"'()=,]*(?=\)$)|(?<== )[^\W\d][^\"'()=,\[\]]*$", code
    ):
        text = found[0].strip()
        if re.search(r"[-+*/%<>\[\]{}@&|^~:]", text) or keyword.iskeyword(text.split(" ")[0]):
            continue  # it is calculated, or begins as what Python knows
        if " " in text and (not _uses_names(broken, text) or _is_prose(broken, text)):
            changed = f'{code[: found.start()]}"{text}"{code[found.end() :]}'
            if broken.is_mended(broken.at, changed):
                return Diagnosis(Kind.QUOTES_MISSING, (broken.at, text))
    return None


def _is_prose(broken: Broken, text: str) -> bool:
    """Two words of it, one behind the other or not, are no names of the script's."""
    others = [*broken.lines[: broken.at - 1], *broken.lines[broken.at :]]
    used = set(re.findall(r"[^\W\d]\w*", "\n".join(others)))
    words = set(re.findall(r"[^\W\d]\w+", text))
    return len([word for word in words if word not in used and not keyword.iskeyword(word)]) > 1


def quotes_inside(broken: Broken) -> Diagnosis | None:
    """A text that holds quotation marks of its own kind, as many as it should not have."""
    code = broken.code(broken.at)
    for mark, other in (('"', "'"), ("'", '"')):
        found = re.search(rf"{mark}(.*){mark}", code)
        if found is None or found[1].count(mark) != 2 or other in found[1]:
            continue
        begin, inside, end = found[1].split(mark)
        if re.match(r"[^\W\d].*\S$", inside) and not _uses_names(broken, inside):
            changed = code.replace(found[1], f"{begin}{other}{inside}{other}{end}")
            if broken.is_mended(broken.at, changed):
                return Diagnosis(Kind.QUOTES_INSIDE, (broken.at,))
    return None


def _uses_names(broken: Broken, text: str) -> bool:
    """Something in it is a name in another line, or a word of Python's."""
    others = [*broken.lines[: broken.at - 1], *broken.lines[broken.at :]]
    used = set(re.findall(r"[^\W\d]\w*", "\n".join(others)))
    words = re.findall(r"[^\W\d]\w*", text)
    return any(word in used or keyword.iskeyword(word) for word in words)
