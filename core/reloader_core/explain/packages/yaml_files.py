"""What PyYAML says of a file that breaks the rules of YAML. Pure."""

from __future__ import annotations

import ast
import re

from reloader_core.explain.evidence import place
from reloader_core.explain.evidence.facts import Facts
from reloader_core.explain.evidence.place import called
from reloader_core.explain.evidence.said_by import is_by, message, package_of
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind

_ERRORS = ("ScannerError", "ParserError", "ComposerError")
_PLACE = re.compile(r'^  in "[^\n]*", line (\d+), column (\d+)', re.MULTILINE)
_FIRST, _LAST = 0, -1
_WORDS: tuple[tuple[Kind, int, str], ...] = (
    (Kind.YAML_TAB, _LAST, r"found character '\\t' that cannot start any token"),
    (Kind.YAML_SIGN, _LAST, r"found character '(?P<sign>[%@`])' that cannot start any token"),
    (Kind.YAML_COLON, _LAST, r"mapping values are not allowed (?:here|in this context)"),
    (Kind.YAML_QUOTE, _FIRST,
     r"while scanning a quoted scalar\n(?s:.*)found unexpected end of stream"),
    (Kind.YAML_NO_COLON, _FIRST,
     r"while scanning a simple key\n(?s:.*)could not find expected ':'"),
    (Kind.YAML_BRACKET, _FIRST, r"while parsing a flow (?:sequence|mapping)\n(?s:.*)expected ','"),
    (Kind.YAML_BACKSLASH, _LAST,
     r"while scanning a double-quoted scalar\n(?s:.*)(?:found unknown escape character"
     r"|expected escape sequence)"),
    (Kind.YAML_INDENT, _LAST,
     r"while parsing a block (?:mapping|collection)\n(?s:.*)expected <block end>, but found"
     r" '(?:<block mapping start>|<block sequence start>|-)'"),
    (Kind.YAML_MORE, _LAST,
     r"while parsing a block (?:mapping|collection)\n(?s:.*)expected <block end>, but found"
     r" '<scalar>'"),
)  # fmt: skip
"""Which of the places that are told is that of the mistake."""


def wrong(facts: Facts) -> Diagnosis | None:
    if not is_by(facts, "yaml", *_ERRORS):
        return None
    said = message(facts)
    if told := re.match(r"found undefined alias '?(\w+)'?\n", said):
        return Diagnosis(Kind.YAML_ALIAS, (told[1],))
    if said.startswith("expected a single document in the stream"):
        return Diagnosis(Kind.YAML_SEVERAL, (facts.line,)) if facts.line else None
    places = _PLACE.findall(said)
    for kind, which, words in _WORDS:
        told = re.search(words, said) if places else None
        if told is not None:
            number, column = map(int, places[which])
            place_of = (number, column) if "column" in kind.fields else (number,)
            return Diagnosis(kind, (*place_of, *told.groups()))
    return None


def _is_yamls(file: str) -> bool:
    return package_of(file) == "yaml"


def load(facts: Facts) -> Diagnosis | None:
    """yaml.load(file), as it was written before PyYAML 6."""
    is_said = message(facts).endswith("load() missing 1 required positional argument: 'Loader'")
    call = called(facts, "load")
    if call is None or not is_said or len(call.args) != 1 or call.keywords:
        return None
    value = place.known(facts, call.func)
    match call.func:
        case ast.Attribute(value=ast.Name(id="yaml")):
            pass
        case _ if value is None or value.signature is None or not _is_yamls(value.signature.file):
            return None
    function = place.shown(facts, call.func).removesuffix("load")
    instead = f"{function}safe_load({place.shown(facts, call.args[0])})"
    return Diagnosis(Kind.YAML_LOAD, (instead,))
