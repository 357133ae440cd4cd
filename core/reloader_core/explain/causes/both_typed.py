"""Two texts with which is calculated, both of which were typed. Pure."""

from __future__ import annotations

from reloader_core.explain.causes import converted, sources, typed_numbers
from reloader_core.explain.evidence import place, written
from reloader_core.explain.evidence.facts import Facts
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind


def earlier(facts: Facts, found: Diagnosis) -> Diagnosis | None:
    """Where each of them becomes a number, once for all lines."""
    if found.kind is not Kind.TEXTS_CALCULATED:
        return None
    shown = [str(each) for each in found.values[:2]]
    nodes = [place.shown_as(facts, each) for each in shown]
    texts, made = [], []
    for node in nodes:
        value = place.known(facts, node) if node is not None else None
        if node is None or value is None or value.text is None:
            return None
        texts.append(value.text)
        made.append(sources.of(facts, node, "str"))
    if not all(written.is_number("float", each) for each in texts):
        return None
    if not all(each and typed_numbers.is_typed(each[0].node) for each in made):
        return None
    names = {name for each in made for one in each for step in one.steps for _, name in step.names}
    function = typed_numbers.function_for_two(facts, texts, names | set(shown))
    lines = [
        _line(converted.at_source(facts, node, each, function))
        for node, each in zip(nodes, made, strict=True)
        if node is not None
    ]
    if not all(line for line, _instead in lines) or lines[0][0] == lines[1][0]:
        return None
    return Diagnosis(Kind.TEXTS_TYPED, (*shown, *lines[0], *lines[1]))


def _line(found: Diagnosis | None) -> tuple[int, str]:
    """The line, and what to write there; (0, '') if there is no such."""
    match found:
        case Diagnosis(kind=Kind.TYPED_TEXT, values=(_, int(line), str(instead))):
            return line, instead
        case Diagnosis(kind=Kind.TYPED_KEPT, values=(_, _, int(line), str(instead))):
            return line, instead
    return 0, ""
