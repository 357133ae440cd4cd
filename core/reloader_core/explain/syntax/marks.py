"""Rules for colons, brackets, quotation marks, commas and = signs. Pure."""

from __future__ import annotations

import ast
import io
import re
import tokenize

from reloader_core.explain.evidence import parsing
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind
from reloader_core.explain.syntax import closing_place, other_quotes
from reloader_core.explain.syntax.scanner import CLOSING, OPENING, TEXT, Mark
from reloader_core.explain.syntax.trial import Broken

_BLOCK = re.compile(
    r"\s*(?:async\s+)?(if|elif|else|for|while|def|class|try|except|finally|with|match|case)\b"
)
_MOST_SHOWN = 30


def colon(broken: Broken) -> Diagnosis | None:
    for number in (broken.at, broken.before(broken.at)):
        code = broken.code(number)
        found = _BLOCK.match(code)
        if found and not code.endswith(":"):
            if broken.is_mended(number, f"{code}:"):
                return Diagnosis(Kind.COLON, (number, found[1]))
    return None


def equals(broken: Broken) -> Diagnosis | None:
    code = broken.code(broken.at)
    start = re.match(r"\s*(?:if|elif|while)\b\s*\(?|.*?\b(?:and|or|not)\b\s*", code)
    if start is None or not re.match(r"\s*(?:if|elif|while)\b", code):
        return None
    for found in re.finditer(r"(?<![=<>!:])=(?!=)", code):
        changed = f"{code[: found.start()]}=={code[found.end() :]}"
        for end in ("", ":"):
            if broken.is_mended(broken.at, changed + end):
                left, right = _sides(code, found)
                return Diagnosis(Kind.EQUALS, (broken.at, _side(left, "("), _side(right, ")")))
    return None


def _sides(code: str, sign: re.Match[str]) -> tuple[str, str]:
    """What stands on both sides of a sign, as far as the condition goes; texts are not looked
    into."""
    plain = TEXT.sub(lambda text: "_" * len(text[0]), code)
    words = list(re.finditer(r"\b(?:if|elif|while|and|or|not)\b", plain[: sign.start()]))
    end = re.compile(r"\b(?:and|or)\b|:|$").search(plain, sign.end())
    begin = words[-1].end() if words else 0
    return code[begin : sign.start()], code[sign.end() : end.start() if end else None]


def given_inside(broken: Broken) -> Diagnosis | None:
    """`while (line = file.readline()) != "":`"""
    code = broken.code(broken.at)
    if (known := _given_by_call(broken, code)) is not None:
        return known
    for found in re.finditer(r"\(\s*([^\W\d]\w*)\s*(=)(?!=)\s*", code):
        end = _closing(code, found.end())
        value = code[found.end() : end]
        is_compared = re.match(r"\)\s*(?:[=!<>]=|[<>]|is\b|in\b|not\b)", code[end:]) is not None
        is_loop = code.lstrip().startswith("while") and value.rstrip().endswith(")")
        if not value or not (is_compared or is_loop):
            continue
        changed = f"{code[: found.start(2)]}:={code[found.end(2) :]}"
        for colon_ in ("", ":"):
            if broken.is_mended(broken.at, changed + colon_):
                instead = f"({found[1]} := {value.strip()})"
                return Diagnosis(Kind.GIVEN_INSIDE, (broken.at, found[1], instead))
    return None


_ONE_MORE = ("readline", "read", "recv", "next", "pop", "input", "get")
"""What is asked for again and again until there is nothing left."""


def _given_by_call(broken: Broken, code: str) -> Diagnosis | None:
    """`while line = file.readline():`, of a name that is to get its value there."""
    found = re.match(r"(\s*(if|elif|while)\s+)([^\W\d]\w*)\s*=(?!=)\s*([\w.]+)(\(.*\))\s*:?$", code)
    if found is None:
        return None
    above = "\n".join(broken.code(each) for each in range(1, broken.at))
    is_asked = found[2] == "while" and found[4].rpartition(".")[2] in _ONE_MORE
    if not is_asked and re.search(rf"\b{found[3]}\b", above):
        return None
    instead = f"({found[3]} := {found[4]}{found[5]})"
    if not broken.is_mended(broken.at, f"{found[1]}{instead}:"):
        return None
    return Diagnosis(Kind.GIVEN_INSIDE, (broken.at, found[3], instead))


def _closing(code: str, at: int) -> int:
    """Where the bracket ends that is open there; 0 if nowhere."""
    depth = 1
    for place in range(at, len(code)):
        depth += (code[place] == "(") - (code[place] == ")")
        if depth == 0:
            return place
    return 0


def _side(text: str, bracket: str) -> str:
    text = text.strip()
    while bracket == "(" and text.startswith("(") and text.count("(") > text.count(")"):
        text = text[1:].strip()
    while bracket == ")" and text.endswith(")") and text.count(")") > text.count("("):
        text = text[:-1].strip()
    return text if len(text) <= _MOST_SHOWN else text[: _MOST_SHOWN - 3] + "..."


# -- quotation marks


def quote(broken: Broken) -> Diagnosis | None:
    """Of a text that is not closed; our own Python says the same line."""
    mark = broken.scan.quote
    if mark is None or mark.line != broken.at and "unterminated" not in str(broken.mistake.msg):
        return None
    if len(mark.text) == 3 and broken.text.count(mark.text) > 1:
        return _of_three(broken, mark)
    if len(mark.text) == 3 and re.search(r"(?:\w{3}|[.!?])$", broken.text[: mark.at]):
        return Diagnosis(Kind.QUOTE_ALONE, (mark.text, mark.line))  # it ends something
    if len(mark.text) == 1:
        line = broken.line(mark.line)
        if broken.is_mended(mark.line, line.replace(f"\\{mark.text}", f"\\\\{mark.text}")):
            return Diagnosis(Kind.QUOTE_ESCAPED, (mark.line,))
        inside = re.search(
            rf"{mark.text}([^{mark.text}]*\w{mark.text}\w[^{mark.text}]*){mark.text}", line
        )
        around = '"' if mark.text == "'" else "'"
        if inside and around not in inside[1]:
            changed = f"{line[: inside.start()]}{around}{inside[1]}{around}{line[inside.end() :]}"
            if broken.is_mended(mark.line, changed):
                return Diagnosis(Kind.QUOTES_INSIDE, (mark.line,))
    if len(mark.text) == 1 and (other := other_quotes.ends(broken, mark)) is not None:
        return other
    if len(mark.text) == 1 and not _ends_in_line(broken, mark):
        return Diagnosis(Kind.QUOTE_ALONE, (mark.text, mark.line))
    return Diagnosis(Kind.QUOTE, (mark.text, mark.line))


_MOST_TRIED = 60


def _of_three(broken: Broken, mark: Mark) -> Diagnosis:
    """Each of them closes what the one before has opened, so that it may be one further up which
    is not closed: that with which the rest parses."""
    places = [found.start() for found in re.finditer(mark.text, broken.text)]
    tried = 0
    for begin, end in zip(places[::2], [*places[1::2], len(broken.text)], strict=False):
        for line_end in re.finditer(r"$", broken.text[begin:end], re.MULTILINE):
            at = begin + line_end.start()
            tried += 1
            if at >= end and end < len(broken.text) or tried > _MOST_TRIED:
                break
            if parsing.parsed(f"{broken.text[:at]}{mark.text}{broken.text[at:]}") is not None:
                line = broken.text.count("\n", 0, begin) + 1
                return Diagnosis(Kind.QUOTE, (mark.text, line))
    return Diagnosis(Kind.QUOTE_ALONE, (mark.text, mark.line))


def _ends_in_line(broken: Broken, mark: Mark) -> bool:
    """With one more at its end, or before brackets and the like there; else it may be the one at
    the beginning that is missing."""
    line = broken.line(mark.line).rstrip()
    inside = line.rstrip(")]}:,; ")
    places = range(len(line), len(inside) - 1, -1)
    return any(broken.is_mended(mark.line, f"{line[:at]}{mark.text}{line[at:]}") for at in places)


# -- brackets


def bracket(broken: Broken) -> Diagnosis | None:
    scan = broken.scan
    if scan.quote is not None:
        return None
    if scan.extra is not None:
        mark = scan.extra
        changed = broken.text[: mark.at] + broken.text[mark.at + 1 :]
        if not broken.is_mended_by(changed, mark.line):
            return None
        if _may_be_unopened(broken, mark):
            values = (mark.text, mark.line, OPENING[mark.text])
            return Diagnosis(Kind.BRACKET_UNOPENED, values)
        return Diagnosis(Kind.BRACKET_EXTRA, (mark.text, mark.line))
    if scan.mismatch is not None:
        return _mismatch(broken, *scan.mismatch)
    for mark in reversed(scan.open):
        if _closes(broken, mark):
            return closing_place.certain(broken) or _never_closed(mark)
    for mark in reversed(broken.scan_before(broken.at).open):  # one too many below may close it
        if _closes(broken, mark):
            return _never_closed(mark)
    said = f"'{scan.open[-1].text}' was never closed" if scan.open else ""
    if said and str(broken.mistake.msg) == said and broken.at == scan.open[-1].line:
        return closing_place.certain(broken) or _never_closed(scan.open[-1])
    return None


def _may_be_unopened(broken: Broken, mark: Mark) -> bool:
    """`average = a + b) / 2`, `2 * a + b)` and `names = a, b]`: without it something else would be
    calculated or made."""
    at = mark.at - sum(len(each) + 1 for each in broken.lines[: mark.line - 1])
    line = broken.line(mark.line)
    before, behind = (TEXT.sub('""', each).strip() for each in (line[:at], line[at + 1 :]))
    is_group, count = before.endswith(mark.text), 1
    while count:  # what is in whole brackets
        before, count = re.subn(r"\([^()]*\)|\[[^\[\]]*\]", "", before)
    goes_on = re.match(r"[-+*/%<>.\[]|[=!]=|(?:if|and|or|in|is)\b", behind) is not None
    if goes_on and (not is_group or re.search(r"[\w\"']\s*[-+*/%]", before)):
        return True
    values = before.rpartition("=")[2]
    if "," in values and not values.startswith("for "):
        return True
    return re.search(r"[\w\"']\s*[-*/%]\s*[\w\"'].*[-+]", before) is not None


def _never_closed(mark: Mark) -> Diagnosis:
    return Diagnosis(Kind.BRACKET_OPEN, (mark.text, mark.line, CLOSING[mark.text]))


def _closes(broken: Broken, mark: Mark) -> bool:
    """At the end of its line, or before the colon there."""
    code, closing = broken.code(mark.line), CLOSING[mark.text]
    if broken.is_mended(mark.line, code + closing):
        return True
    return code.endswith(":") and broken.is_mended(mark.line, f"{code[:-1]}{closing}:")


def _mismatch(broken: Broken, closing: Mark, opening: Mark) -> Diagnosis | None:
    wanted = CLOSING[opening.text]
    changed = broken.text[: closing.at] + wanted + broken.text[closing.at + 1 :]
    if broken.is_mended_by(changed, closing.line):
        values = (closing.text, closing.line, opening.text, opening.line)
        return Diagnosis(Kind.BRACKET_OTHER, values)
    changed = broken.text[: closing.at] + wanted + broken.text[closing.at :]
    if broken.is_mended_by(changed, closing.line) or _closes(broken, opening):
        return _never_closed(opening)
    return None


# -- between two things


def comma(broken: Broken) -> Diagnosis | None:
    """Two things beside each other, in brackets: a comma or an operator is missing."""
    line = broken.line(broken.at)
    try:
        tokens = list(tokenize.generate_tokens(io.StringIO(line + "\n").readline))
    except (tokenize.TokenError, SyntaxError, IndentationError):
        return None
    operands = (tokenize.NAME, tokenize.NUMBER, tokenize.STRING)
    found = []
    beside: list[tuple[tokenize.TokenInfo, tokenize.TokenInfo]] = []
    depth = len(broken.scan_before(broken.at).open)
    depth += 1 if re.match(r"\s*from\s+[\w.]+\s+import\b", line) else 0
    for one, other in zip(tokens, tokens[1:], strict=False):
        depth += (one.string in "([{" and one.string != "") - (
            one.string in ")]}" and one.string != ""
        )
        is_one_word = one.end == other.start and tokenize.STRING not in (one.type, other.type)
        is_one_word = is_one_word or _is_grouped(line, one, other)
        if depth > 0 and one.type in operands and other.type in operands and not is_one_word:
            beside.append((one, other))
            changed = f"{line[: one.end[1]]},{line[one.end[1] :]}"
            if broken.is_mended(broken.at, changed):
                found.append((one.string, other.string))
    if not found and _is_between_texts(broken, line, beside):
        found = [(one.string, other.string) for one, other in beside[:1]]
    if len(found) != 1:
        return None
    return Diagnosis(Kind.COMMA, (broken.at, *(_side(each, "") for each in found[0])))


def _is_grouped(line: str, one: tokenize.TokenInfo, other: tokenize.TokenInfo) -> bool:
    """`1 000`: a single number, whose digits a blank groups."""
    text = line[one.start[1] : other.end[1]]
    return re.fullmatch(r"\d{1,3} 0\d\d", text) is not None


def _is_between_texts(
    broken: Broken, line: str, beside: list[tuple[tokenize.TokenInfo, tokenize.TokenInfo]]
) -> bool:
    """`"I like " hobby "!"`, of a variable with a value: two commas are missing."""
    match beside:
        case [(first, name), (also, last)] if name is also and name.type == tokenize.NAME:
            is_text = first.type == last.type == tokenize.STRING
            parts = line[: first.end[1]], line[first.end[1] : name.end[1]], line[name.end[1] :]
            is_known = is_text and broken.sets(name.string)
            return is_known and broken.is_mended(broken.at, ",".join(parts))
    return False


def assigned_to_value(broken: Broken) -> Diagnosis | None:
    code = broken.code(broken.at)
    found = re.match(r"(\s*)([^=<>!+\-*/%]*[^=<>!]*?)\s*=(?!=)", code)
    if found is None or not broken.is_mended(broken.at, f"{found[1]}x ={code[found.end() :]}"):
        return None
    try:
        left = ast.parse(found[2], mode="eval").body
    except (SyntaxError, ValueError):
        return None
    parts = found[2].split("-")
    is_name = re.fullmatch(r"[^\W\d]\w*(?:-[^\W\d]\w*)+", found[2]) is not None
    if is_name and not all(map(broken.sets, parts)):
        return Diagnosis(Kind.MINUS_IN_NAME, (found[2], broken.at, found[2].replace("-", "_")))
    if isinstance(left, ast.Constant | ast.Call | ast.BinOp | ast.UnaryOp | ast.Compare):
        right = code[found.end() :].strip()
        text = left.value if isinstance(left, ast.Constant) else None
        is_turned = right.isidentifier() and not broken.sets(right) and text not in broken.names
        if isinstance(text, str) and text.isidentifier() and not is_turned:
            instead = f"{text} = {_side(right, '')}"
            return Diagnosis(Kind.NAME_IN_QUOTES, (_side(found[2], ""), broken.at, instead))
        inside = left.args if isinstance(left, ast.Call) else []  # f(x) = x
        is_own = any(isinstance(each, ast.Name) and each.id == right for each in inside)
        if re.fullmatch(r"[^\W\d]\w*(?:\.[^\W\d]\w*)*", right) and not is_own:
            instead = f"{right} = {found[2]}"
            return Diagnosis(Kind.ASSIGNED_BACKWARDS, (broken.at, instead))
        return Diagnosis(Kind.ASSIGNED_TO_VALUE, (_side(found[2], ""), broken.at))
    return None


def target_of_comprehension(broken: Broken) -> Diagnosis | None:
    """`[x, x ** 2 for x in numbers]`"""
    mistake = broken.mistake
    if not str(mistake.msg).startswith("did you forget parentheses around the comprehension"):
        return None
    line, begin, end = broken.line(broken.at), (mistake.offset or 0) - 1, mistake.end_offset or 0
    if begin < 0 or mistake.end_lineno != broken.at:
        return None
    values = line[begin : end - 1]
    if broken.is_mended(broken.at, f"{line[:begin]}({values}){line[end - 1 :]}"):
        return Diagnosis(Kind.TARGET_BRACKETS, (broken.at, f"({values})"))
    return None
