"""A text that eval(), exec() or ast.literal_eval() reads as Python: the mistake is in the text and
not in the line. Pure."""

from __future__ import annotations

import ast
import re
import textwrap

from reloader_core.explain.causes import none
from reloader_core.explain.evidence import parsing, place
from reloader_core.explain.evidence.facts import Facts, Value
from reloader_core.explain.evidence.place import called
from reloader_core.explain.evidence.said_by import in_file
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind

_OF_JSON = ("true", "false", "null")
_MOST_SHOWN = 60
_NO_LITERAL = re.compile(r"malformed node or string(?: on line \d+)?: (?P<what>.*)", re.DOTALL)


def is_other_text(facts: Facts) -> bool:
    """What does not parse is no file."""
    return facts.slot("filename")[:1] == "<" and bool(facts.line)


def _call(facts: Facts) -> tuple[ast.Call, str] | None:
    """That which reads the text, with its name."""
    call = called(facts, "eval", "exec", "compile", "literal_eval")
    if call is None or not call.args:
        return None
    name = call.func.id if isinstance(call.func, ast.Name) else ""
    if name in ("eval", "exec", "compile") and place.builtin_called(facts, call) != name:
        return None
    if not name and not ast.unparse(call.func).endswith("ast.literal_eval"):
        return None
    return call, f"{ast.unparse(call.func)}()"


def _text(facts: Facts, call: ast.Call) -> str | None:
    """All of it, as far as it is known."""
    match call.args[0]:
        case ast.Constant(value=str(text)):
            return text
    value = place.known(facts, call.args[0])
    return value.text if value is not None else None


def not_parsed(facts: Facts) -> Diagnosis | None:
    found = _call(facts) if is_other_text(facts) and not facts.is_raised else None
    if found is None:
        return None
    call, function = found
    text = _text(facts, call)
    if text is not None and not text.strip():
        return Diagnosis(Kind.EVAL_EMPTY, (function,))
    tree = parsing.parsed(text.strip()) if text is not None else None
    if tree is not None and [type(each) for each in tree.body] == [ast.Expr]:
        return None  # it is the script's Python that is too old for it
    if text is not None and function == "eval()" and tree is not None:
        return Diagnosis(Kind.EVAL_STATEMENT, (_shown(text),)) if "\n" not in text else None
    if text is not None and parsing.parsed(textwrap.dedent(text)) is not None:
        is_said = facts.told.get("type") == "IndentationError" and function != "eval()"
        return Diagnosis(Kind.EVAL_INDENTED, (function,)) if is_said else None
    if text is not None and "\n" not in text.strip():
        return Diagnosis(Kind.EVAL_BROKEN, (function, _shown(text.strip())))
    line, shown = facts.slots.get("lineno", Value("")).number, facts.slot("text").strip()
    if not line or not shown:
        return None
    if text is None and line == 1:
        return Diagnosis(Kind.EVAL_BROKEN, (function, _shown(shown)))
    return Diagnosis(Kind.EVAL_TEXT_LINE, (function, line, _shown(shown)))


def _shown(text: str) -> str:
    return text if len(text) <= _MOST_SHOWN else text[: _MOST_SHOWN - 3] + "..."


def name_in_text(facts: Facts) -> Diagnosis | None:
    """eval(input()), and a word is typed."""
    said = re.match(r"name '(\w+)' is not defined", facts.message)
    found = _call(facts) if said is not None else None
    if said is None or found is None or facts.told.get("innermost_file") != "<string>":
        return None
    call, function = found
    text = _text(facts, call)
    if function != "eval()" or text is not None and not re.search(rf"\b{said[1]}\b", text):
        return None
    if said[1] in _OF_JSON:
        return Diagnosis(Kind.EVAL_JSON, (function, said[1]))
    return Diagnosis(Kind.EVAL_NAME, (function, said[1]))


def zero_in_text(facts: Facts) -> Diagnosis | None:
    """A calculator that works out what is typed."""
    found = _call(facts) if facts.told.get("innermost_file") == "<string>" else None
    if found is None or found[1] != "eval()":
        return None
    text = _text(facts, found[0])
    if text is not None and not re.search(r"[/%]", text):
        return None  # it calls what divides
    what = repr(_shown(text)) if text is not None else place.shown(facts, found[0].args[0])
    return Diagnosis(Kind.EVAL_ZERO, (what,))


def not_text(facts: Facts) -> Diagnosis | None:
    """eval(5)"""
    said = re.match(
        r"(?:eval|exec)\(\) arg 1 must be a string, bytes or code object", facts.message
    )
    found = _call(facts) if said is not None else None
    return _of_other(facts, *found) if found is not None else None


def _of_other(facts: Facts, call: ast.Call, function: str) -> Diagnosis | None:
    what = call.args[0]
    kind = place.type_of(facts, what)
    if kind in ("", "str", "bytes"):
        return None
    if kind == "NoneType" and (found := none.result(facts, what)) is not None:
        return found
    return Diagnosis(Kind.EVAL_OF, (function, place.shown(facts, what), kind))


def no_literal(facts: Facts) -> Diagnosis | None:
    said, found = _NO_LITERAL.fullmatch(facts.message), _call(facts)
    if said is None or found is None or not in_file(facts, "ast.py"):
        return None
    call, function = found
    text = _text(facts, call)
    if text is None:
        return _of_other(facts, call, function)
    tree = parsing.parsed(text.strip())
    for node in ast.walk(tree) if tree is not None else ():
        if isinstance(node, ast.Name) and node.id in _OF_JSON:
            return Diagnosis(Kind.EVAL_JSON, (function, node.id))
    return Diagnosis(Kind.LITERAL_ONLY, (function, _shown(text)))
