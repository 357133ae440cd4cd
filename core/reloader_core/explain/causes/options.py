"""What was typed behind an option of the command line is text, if the option has no type. Pure."""

from __future__ import annotations

import ast

from reloader_core.explain.evidence import place, written
from reloader_core.explain.evidence.facts import Facts
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind

_KINDS = (
    *(Kind.COMPARED_WITH_TEXT, Kind.CALCULATED_WITH_TEXT, Kind.TEXT_AND_NUMBER, Kind.ADDED_TO),
    *(Kind.WHOLE_EXPECTED, Kind.TEXT_GIVEN, Kind.RANGE_OF, Kind.INDEX_TO_NUMBER),
)


def earlier(facts: Facts, found: Diagnosis) -> Diagnosis | None:
    """`args.count` is mended where the option is added, for all lines that use it."""
    if found.kind not in _KINDS:
        return None
    for node in place.in_statement(facts):
        if not isinstance(node, ast.Attribute) or not isinstance(node.value, ast.Name):
            continue
        shown, value = place.shown(facts, node), place.known(facts, node)
        if shown not in found.values or value is None or not value.text:
            continue
        if place.type_of(facts, node.value) != "Namespace":
            continue
        if not written.is_number("float", value.text):
            return None
        kind = "int" if written.is_number("int", value.text) else "float"
        return _untyped(facts, shown, node.attr, kind)
    return None


def _untyped(facts: Facts, shown: str, name: str, kind: str) -> Diagnosis | None:
    found = []
    for call in place.every(facts, ast.Call):
        match call:
            case ast.Call(func=ast.Attribute(attr="add_argument"), args=[*options]):
                names = [
                    str(each.value).lstrip("-").replace("-", "_")
                    for each in options
                    if isinstance(each, ast.Constant)
                ]
                if name in names:
                    found.append(call)
    if len(found) != 1 or {"type", "action", "dest", None} & {k.arg for k in found[0].keywords}:
        return None
    text = place.in_full(facts, found[0])
    if "..." in text or not text.endswith(")"):
        return None
    instead = f"{text[:-1].rstrip().removesuffix(',')}, type={kind})"
    return Diagnosis(Kind.ARGUMENT_TYPE, (shown, found[0].lineno, instead))
