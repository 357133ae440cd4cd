"""Words and signs of other languages in a line that does not parse: what mends it is written in
their place. Pure."""

from __future__ import annotations

import builtins
import keyword
import re

from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind
from reloader_core.explain.syntax.trial import Broken

_PRINTS = "echo|puts|printf|println|say|display"
_TYPES = "void|int|float|double|string|String|bool|boolean|char|long|auto"
_FUNCTIONS = "async function|function|func|fun|fn|sub|procedure"
_ACCESS = r"(?:(?:public|private|protected|static|final)\s+)*"
_CATCH = re.compile(
    r"(?P<blanks>\s*)(?:\}\s*)?catch\b\s*(?:\((?P<inside>[\w.\s]*)\)|(?P<words>[\w.]*(?:\s+as\s+\w+)?))"
    r"\s*[:{]?$"
)


def other_word(broken: Broken) -> Diagnosis | None:
    """One that takes a whole line: catch, until, echo, typeof, a function with types."""
    code = broken.code(broken.at)
    for rule in (
        _catch,
        _negated,
        _printed,
        _switched,
        _typed_function,
        _function,
        _deleted,
        _typed_parameters,
    ):
        found = rule(code)
        if found is not None:
            word, blanks, instead = found
            if rule is _typed_function and not _has_body(broken):
                continue
            if broken.is_mended(broken.at, blanks + instead):
                return Diagnosis(Kind.OTHER_WORD, (word, broken.at, instead))
    return None


def _has_body(broken: Broken) -> bool:
    code, below = broken.code(broken.at), broken.line(broken.at + 1)
    indented = [len(each) - len(each.lstrip()) for each in (code, below)]
    return code.endswith((":", "{")) or bool(below.strip()) and indented[1] > indented[0]


Found = tuple[str, str, str] | None
"""The word, the blanks before it, and what to write."""


def _catch(code: str) -> Found:
    found = _CATCH.match(code)
    if found is None:
        return None
    inside = (found["inside"] or found["words"] or "").replace(" as ", " ").split()
    kinds = [each for each in inside if isinstance(getattr(builtins, each, None), type)]
    names = [each for each in inside if each[0].islower() and each.isidentifier()]
    kind = kinds[0] if kinds else "Exception"
    named = f" as {names[-1]}" if names else ""
    return "catch", found["blanks"], f"except {kind}{named}:"


def _negated(code: str) -> Found:
    found = re.match(r"(\s*)(until|unless)\b\s*\(?(.+?)\)?\s*:$", code)
    if found is None or found[3].count("(") != found[3].count(")"):
        return None
    word = {"until": "while", "unless": "if"}[found[2]]
    condition = f"({found[3]})" if re.search(r"\b(?:and|or)\b", found[3]) else found[3]
    return found[2], found[1], f"{word} not {condition}:"


def _printed(code: str) -> Found:
    found = re.match(rf"(\s*)({_PRINTS})\s+(?![=(])(.+?)\s*;?$", code)
    return (found[2], found[1], f"print({found[3]})") if found is not None else None


def _switched(code: str) -> Found:
    found = re.match(r"(\s*)switch\b\s*\(?\s*([\w.]+)\s*\)?\s*\{$", code)
    return ("switch", found[1], f"match {found[2]}:") if found is not None else None


def _typed_function(code: str) -> Found:
    found = re.match(rf"(\s*){_ACCESS}({_TYPES})\s+(\w+)\s*\(([^()]*)\)\s*[:{{]?$", code)
    if found is None:
        return None
    names = [each.split()[-1] for each in found[4].split(",") if each.strip()]
    return found[2], found[1], f"def {found[3]}({', '.join(names)}):"


def _function(code: str) -> Found:
    found = re.match(rf"(\s*){_ACCESS}({_FUNCTIONS})\s+(\w+)\s*(\([^()]*\))\s*:?\s*\{{?$", code)
    return (found[2], found[1], f"def {found[3]}{found[4]}:") if found is not None else None


def _typed_parameters(code: str) -> Found:
    """`def greet(String name, int age):`"""
    found = re.match(r"(\s*)(def\s+\w+\s*\()([^()]*)(\)\s*:)$", code)
    pattern = rf"(?:^|(?<=,))\s*({_TYPES})\s+(?=[^\W\d]\w*\s*(?:,|=|$))"
    word = re.search(pattern, found[3]) if found is not None else None
    if found is None or word is None:
        return None
    plain = re.sub(pattern, lambda each: " " if each.start() else "", found[3])
    return word[1], found[1], f"{found[2]}{plain}{found[4]}"


def _deleted(code: str) -> Found:
    found = re.match(r"(\s*)delete\s+([\w.\[\]\"']+)\s*;?$", code)
    return ("delete", found[1], f"del {found[2]}") if found is not None else None


def access_word(broken: Broken) -> Diagnosis | None:
    """`public class Dog:`, `static def bark():`, `export class Dog {`"""
    code = broken.code(broken.at)
    found = re.match(
        r"(\s*)((?:(?:public|private|protected|static|final|abstract|export|default)\s+)+)"
        r"((?:class|def)\b.*?)\s*(\{?)$",
        code,
    )
    if found is None:
        return None
    instead = f"{found[3]}:" if found[4] else found[3]
    if not broken.is_mended(broken.at, found[1] + instead):
        return None
    return Diagnosis(Kind.OTHER_WORD, (found[2].strip(), broken.at, instead))


def other_word_inside(broken: Broken) -> Diagnosis | None:
    """typeof x, x instanceof int, a xor b"""
    code = broken.code(broken.at)
    for pattern, word, instead in (
        (r"\btypeof\s+([\w.]+)", "typeof", r"type(\1)"),
        (r"([\w.]+)\s+instanceof\s+([\w.]+)", "instanceof", r"isinstance(\1, \2)"),
    ):
        found = re.search(pattern, code)
        if found is not None:
            meant = found.expand(instead)
            mended = code[: found.start()] + meant + code[found.end() :]
            if broken.is_mended(broken.at, mended):
                return Diagnosis(Kind.OTHER_WORD, (word, broken.at, meant))
    mended = re.sub(r"\bxor\b", "^", code, flags=re.IGNORECASE)
    if mended != code and broken.is_mended(broken.at, mended):
        return Diagnosis(Kind.OTHER_OPERATOR, ("xor", broken.at, "(...) != (...)"))
    return None


def arrow(broken: Broken) -> Diagnosis | None:
    """`f = x => x + 1`, where x is nothing else in the script."""
    code = broken.code(broken.at)
    found = re.search(
        r"(?<=[=(,])\s*(?:\(([\w, ]*)\)|([^\W\d]\w*))\s*=>\s*([^,{}]+?)(\)*)\s*;?$", code
    )
    found = found or re.search(
        r"(?<=[=(,])\s*(?:\(([\w, ]*)\)|([^\W\d]\w*))\s*=>\s*([^,{}()]+)()(?=,)", code
    )
    if found is None:
        return None
    names, value = (found[1] if found[1] is not None else found[2]).strip(), found[3].strip()
    closing = found[4]
    while closing and value.count("(") > value.count(")"):
        value, closing = value + ")", closing[1:]
    others = "\n".join([*broken.lines[: broken.at - 1], *broken.lines[broken.at :]])
    others += "\n" + code[: found.start()]
    single = [each.strip() for each in names.split(",") if each.strip()]
    if any(re.search(rf"\b{each}\b", others) for each in single):
        return None  # a value, and >= is meant
    if not all(re.search(rf"\b{each}\b", value) for each in single):
        return None
    meant = f"lambda {names}: {value}" if names else f"lambda: {value}"
    mended = f"{code[: found.start()]} {meant}{closing}{code[found.end() :]}"
    if broken.is_mended(broken.at, mended):
        return Diagnosis(Kind.OTHER_WORD, ("=>", broken.at, meant))
    return None


def increment_inside(broken: Broken) -> Diagnosis | None:
    """print(i++)"""
    code = broken.code(broken.at)
    found = re.search(r"([^\W\d][\w.]*)\s*(\+\+|--)(?=\s*[),\]:;]|\s*$)", code)
    if found is None:
        return None
    mended = code[: found.start()] + found[1] + code[found.end() :]
    if not broken.is_mended(broken.at, mended):
        return None
    instead = f"{found[1]} {found[2][0]}= 1"
    return Diagnosis(Kind.INCREMENT_INSIDE, (found[2], broken.at, instead))


def comment_sign(broken: Broken) -> Diagnosis | None:
    """`x = 5 // five`, `/* what follows */`"""
    line = broken.line(broken.at)
    for sign in ("//", "/*"):
        at = line.find(sign)
        if at < 0 or line[:at].strip() and (sign == "/*" or not _is_prose(broken, line[at + 2 :])):
            continue
        mended = (
            f"{line[:at]}#{line[at:]}" if line[:at].strip() else f"{line[:at]}pass  #{line[at:]}"
        )
        if broken.is_mended(broken.at, mended):
            return Diagnosis(Kind.COMMENT_SIGN, (sign, broken.at))
    return None


def _is_prose(broken: Broken, behind: str) -> bool:
    """It begins with two words that stand nowhere else: nothing is divided by them."""
    found = re.match(r"\s*([^\W\d]\w*)[,:]?\s+([^\W\d]\w*)", behind)
    others = "\n".join([*broken.lines[: broken.at - 1], *broken.lines[broken.at :]])
    return found is not None and not any(
        keyword.iskeyword(each) or re.search(rf"\b{each}\b", others) for each in found.groups()
    )


def do_loop(broken: Broken) -> Diagnosis | None:
    for number in (broken.at, broken.before(broken.at)):
        found = re.match(r"(\s*)do\s*[:{]?$", broken.code(number))
        if found is not None and broken.is_mended(number, f"{found[1]}while True:"):
            return Diagnosis(Kind.DO_LOOP, (number,))
    return None


def dollar(broken: Broken) -> Diagnosis | None:
    """$name = 5"""
    line = broken.line(broken.at)
    found = re.match(r"\s*\$(?=[^\W\d]\w*\s*[-+*/]?=)", line)
    mended = re.sub(r"\$(?=[^\W\d])", "", line)
    if found is None or not broken.is_mended(broken.at, mended):
        return None
    return Diagnosis(Kind.OTHER_WORD, ("$", broken.at, mended.strip()))
