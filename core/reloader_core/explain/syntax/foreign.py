"""Rules for words and characters that are another language's, or an older Python's. Pure."""

from __future__ import annotations

import keyword
import re
import unicodedata

from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind
from reloader_core.explain.syntax.scanner import TEXT
from reloader_core.explain.syntax.trial import Broken

_SAME = {
    "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "‚": "'", "`": "'",
    "‹": "'", "›": "'",
    "´": "'", "–": "-", "—": "-", "−": "-", "×": "*", "÷": "/", "≤": "<=", "≥": ">=", "≠": "!=",
    "。": ".", "、": ",", "【": "[", "】": "]", "《": "<", "》": ">", "「": '"', "」": '"',
    "…": "...",
}  # fmt: skip
_SPACES = "\u3000\xa0\u2003\u2002\u2009\u202f\ufeff\u200b"
_OPERATORS = (
    ("===", "=="), ("!==", "!="), ("<>", "!="), ("=>", ">="), ("=<", "<="), ("=!", "!="),
    ("&&", "and"), ("||", "or"),
)  # fmt: skip


def other_character(broken: Broken) -> Diagnosis | None:
    line = broken.line(broken.at)
    mended = "".join(map(_plain, line))
    if mended == line or not broken.is_mended(broken.at, mended):
        return None
    odd = [each for each in line if _plain(each) != each]
    outside = [each for each in odd if not _in_text(broken, line, each)]
    first = (outside or odd)[0]  # all in texts: in the curly brackets of one that begins with f
    if first in _SPACES:
        return Diagnosis(Kind.FULL_WIDTH_SPACE, (broken.at,))
    plain = _plain(first)
    others = [each for each in line if each not in (first, plain) and _plain(each) == plain]
    if plain in ("'", '"') and others:
        return Diagnosis(Kind.OTHER_QUOTES, (first, others[0], broken.at, plain))
    return Diagnosis(Kind.OTHER_CHARACTER, (first, broken.at, plain))


def _in_text(broken: Broken, line: str, character: str) -> bool:
    """Every one of it stands in a text or comment."""
    start = sum(len(each) + 1 for each in broken.lines[: broken.at - 1])
    places = [start + at for at, each in enumerate(line) if each == character]
    code = broken.scan.code
    return broken.scan.quote is None and not any(
        begin <= at < end for at in places for begin, end in code
    )


def _plain(character: str) -> str:
    if character in _SPACES:
        return " "
    if character in _SAME:
        return _SAME[character]
    if "\uff01" <= character <= "\uff5e":
        return unicodedata.normalize("NFKC", character)
    return character


def print_statement(broken: Broken) -> Diagnosis | None:
    found = re.match(r"(\s*)print\s+(?![(=])(.+)$", broken.code(broken.at))
    if found and broken.is_mended(broken.at, f"{found[1]}print({found[2].rstrip(',;')})"):
        return Diagnosis(Kind.PRINT_STATEMENT, (broken.at,))
    return None


def else_if(broken: Broken) -> Diagnosis | None:
    for number in (broken.at, broken.before(broken.at)):
        code = broken.code(number)
        found = re.match(r"(\s*)(?:else\s+if|elseif|elsif)\b(.*)$", code)
        if found:
            for end in ("", ":"):
                if broken.is_mended(number, f"{found[1]}elif{found[2]}{end}"):
                    return Diagnosis(Kind.ELSE_IF, (number,))
    return None


def keyword_as_name(broken: Broken) -> Diagnosis | None:
    code = broken.code(broken.at)
    for found in re.finditer(r"\b[A-Za-z]+\b", code):
        word = found[0]
        if keyword.iskeyword(word) and _may_be_name(code, found):
            sign = re.match(r"\s*=\s*", code[found.end() :])
            without = f"{code[: found.end()]} {code[found.end() + sign.end() :]}" if sign else code
            if word in ("return", "yield", "raise") and broken.is_mended(broken.at, without):
                return Diagnosis(Kind.NO_SUCH_WORD, ("=", broken.at))
            changed = f"{code[: found.start()]}{word}_{code[found.end() :]}"
            if broken.is_mended(broken.at, changed):
                return Diagnosis(Kind.KEYWORD_AS_NAME, (word, broken.at))
    return None


def _may_be_name(code: str, found: re.Match[str]) -> bool:
    """Before an = that is no comparison, or as the name of a function, class or loop."""
    behind, before = code[found.end() :], code[: found.start()]
    is_set = re.match(r"\s*=(?!=)", behind) is not None and before.strip() == ""
    if before.endswith("."):
        return True
    if re.match(r"\s*def\b.*[(,]\s*$", before) and re.match(r"\s*[,)=:]", behind):
        return True
    return is_set or re.search(r"\b(?:def|class|for|import|as)\s+$", before) is not None


def increment(broken: Broken) -> Diagnosis | None:
    code = broken.code(broken.at)
    found = re.match(r"(\s*)([\w.]+)\s*(\+\+|--)\s*;?$", code)
    if found is None:
        return None
    instead = f"{found[2]} {found[3][0]}= 1"
    if broken.is_mended(broken.at, found[1] + instead):
        return Diagnosis(Kind.INCREMENT, (broken.at, found[3], instead))
    return None


def other_operator(broken: Broken) -> Diagnosis | None:
    parts = re.split(f"({TEXT.pattern})", broken.code(broken.at))
    outside, first = parts[::2], ("", "")
    for operator, instead in _OPERATORS:
        if any(operator in each for each in outside):
            outside = [each.replace(operator, f" {instead} ") for each in outside]
            first = first if first[0] else (operator, instead)
    if not str(broken.mistake.msg).startswith("f-string"):
        without = [re.sub(r"!(?!=)\s*", "not ", each) for each in outside]
        if without != outside and not first[0]:
            first = "!", "not"
        outside = without
    parts[::2] = outside
    if first[0] and broken.is_mended(broken.at, "".join(parts)):
        return Diagnosis(Kind.OTHER_OPERATOR, (first[0], broken.at, first[1]))
    return None


_DECLARED = r"var|let|const|int|float|double|str|string|String|bool|boolean|char|auto|dim|Dim"


def declared(broken: Broken) -> Diagnosis | None:
    """`var x = 5`, `int x = 5`, `new Dog()`"""
    code = broken.code(broken.at)
    found = re.match(rf"(\s*)({_DECLARED})\s+(?=[^\W\d]\w*\s*=(?!=))", code)
    if found and broken.is_mended(broken.at, f"{found[1]}{code[found.end() :].rstrip(';')}"):
        return Diagnosis(Kind.NO_SUCH_WORD, (found[2], broken.at))
    found = re.search(r"\bnew\s+(?=[^\W\d]\w*\()", code)
    if found:
        without = f"{code[: found.start()]}{code[found.end() :].rstrip(';')}"
        if broken.is_mended(broken.at, without):
            return Diagnosis(Kind.NO_SUCH_WORD, ("new", broken.at))
    return None


def def_brackets(broken: Broken) -> Diagnosis | None:
    code = broken.code(broken.at)
    found = re.match(r"\s*def\s+(\w+)\s*(:?)$", code)
    if found and broken.is_mended(broken.at, f"{code.rstrip(': ')}():"):
        return Diagnosis(Kind.DEF_BRACKETS, (found[1], broken.at))
    found = re.match(r"(\s*def\s+)(\w+)\s+(\w[\w, ]*):$", code)
    if found and broken.is_mended(broken.at, f"{found[1]}{found[2]}({found[3]}):"):
        return Diagnosis(Kind.DEF_BRACKETS, (found[2], broken.at))
    return None


def name_begins_with_digit(broken: Broken) -> Diagnosis | None:
    code = broken.code(broken.at)
    for found in re.finditer(r"(?<![\w.])(?!0[xXoObB])\d[\d_]*[A-Za-z]\w*", code):
        changed = f"{code[: found.start()]}n{code[found.start() :]}"
        is_name = _is_name(broken, code[: found.start()], found[0])
        if is_name and broken.is_mended(broken.at, changed):
            return Diagnosis(Kind.NAME_BEGINS_WITH_DIGIT, (found[0], broken.at))
    return None


def _is_name(broken: Broken, before: str, text: str) -> bool:
    """It gets a value, or is used elsewhere: no number with a unit behind it."""
    is_given = not before.strip() or re.search(r"\b(?:def|class|for|import|as|global)\s+$", before)
    is_parameter = re.match(r"\s*def\b", before) is not None
    return bool(is_given) or is_parameter or re.search(rf"\b{text}\b", broken.others) is not None


def unit_behind(broken: Broken) -> Diagnosis | None:
    """`weight = 70kg` and `distance = 5 km`: neither a number nor a name."""
    code = broken.code(broken.at)
    for found in re.finditer(r"(?<![\w.\"'])(\d+(?:\.\d+)?) ?([^\W\d]+)(?![\w(.\"'])", code):
        is_word = keyword.iskeyword(found[2]) or found[2] in broken.names
        changed = code[: found.end(1)] + code[found.end() :]
        if not is_word and broken.is_mended(broken.at, changed):
            return Diagnosis(Kind.UNIT_BEHIND, (found[0], broken.at, found[1]))
    return None
