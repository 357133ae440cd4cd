"""A search in a list that finds nothing, where one of what stands there is written a bit
differently from what is looked for. Pure."""

from __future__ import annotations

import ast
from collections.abc import Iterable
from dataclasses import dataclass

from reloader_core.explain.causes import columns_read, looped_texts, sources, suspects, unlike
from reloader_core.explain.causes.looped_texts import Loop
from reloader_core.explain.evidence import origin, place, scope
from reloader_core.explain.evidence.facts import Facts, Value, literal
from reloader_core.explain.evidence.near import nearest
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind

_Around = ast.FunctionDef | ast.Module
_SHORTEST = 4
"""Of shorter texts, too many are nearly the same as another."""
_BROUGHT = frozenset("input open argv".split())


def nothing(
    facts: Facts, what: ast.AST, function: ast.FunctionDef, test: ast.expr | None = None
) -> Diagnosis | None:
    """`if student["name"] == name: return student`, and "cem" is looked for in place of "Cem", or
    "Rosmary" in place of "Rosemary"."""
    searched = _search(facts, what, function, test)
    found = searched.among(facts) if searched is not None else None
    if searched is None or found is None:
        return None
    text, line = literal(found.asked), found.only_line(facts, searched.call)
    values = (place.shown(facts, what), f"{function.name}()", text, searched.test.lineno)
    if found.near and line is not None:
        return Diagnosis(Kind.FOUND_NEAR, (*values, found.near, line))
    if found.near:
        asked = ask_below(facts, what)
        return Diagnosis(Kind.FOUND_NEAR_ASK, (*values, found.near, *asked)) if asked else None
    if found.alike and line is not None:
        return Diagnosis(Kind.FOUND_NOT_ALIKE, (*values, found.alike, line))
    if found.alike:
        return Diagnosis(Kind.FOUND_BY_CASE, (*values, found.alike, f"if {found.instead}:"))
    return None


def absent(
    facts: Facts, what: ast.AST, function: ast.FunctionDef, test: ast.expr | None = None
) -> Diagnosis | None:
    """Nothing is called so, nor nearly so: what to do then is still to be written."""
    searched = _search(facts, what, function, test)
    found = searched.among(facts) if searched is not None else None
    asked = ask_below(facts, what)
    if searched is None or found is None or found.near or found.alike or not asked:
        return None
    if not _gives_item(function, searched.loops, is_kept=test is not None):
        return None
    values = (place.shown(facts, what), f"{function.name}()", literal(found.asked))
    return Diagnosis(Kind.FOUND_NONE, (*values, searched.test.lineno, *asked))


def _gives_item(function: ast.FunctionDef, loops: list[Loop], *, is_kept: bool) -> bool:
    """What it gives back where it has found something is never itself None. `is_kept`: it keeps an
    item under a name."""
    items = {e.id for target, _ in loops for e in ast.walk(target) if isinstance(e, ast.Name)}
    given = [each.value for each in ast.walk(function) if isinstance(each, ast.Return)]
    return all(
        place.is_none(each)
        or isinstance(each, ast.Name)
        and (each.id in items or is_kept)
        or isinstance(each, suspects.NEVER_NONE)
        for each in given
    )


def ask_below(facts: Facts, what: ast.AST) -> tuple[int, str] | None:
    """The line that keeps the result under a name, and what to ask below it."""
    made = origin.assigned(facts, what) if isinstance(what, ast.Name) else None
    if made is None or not isinstance(what, ast.Name) or not place.begins_line(facts, made):
        return None
    return made.end_lineno or made.lineno, f"if {what.id} is None:"


@dataclass(frozen=True, slots=True)
class _Found:
    """`alike`: the only text that is the same but for capital letters and blanks; `near`: if there
    is none, the one that is nearly the same. `instead`: the comparison that finds the former."""

    asked: Value
    alike: str
    near: str
    instead: str

    def only_line(self, facts: Facts, call: ast.Call | None) -> int | None:
        """Where the text stands that is looked for, unless it may have been typed or read."""
        args = call.args if call is not None else []
        is_written = any(place.is_text(each) for each in args)
        names = {each.id for each in place.every(facts, ast.Name)}
        if names & _BROUGHT and not is_written:
            return None
        text = self.asked.text
        lines = [e.lineno for e in place.every(facts, ast.Constant) if e.value == text]
        return lines[0] if len(lines) == 1 else None


@dataclass(frozen=True, slots=True)
class _Search:
    """A loop that looks for something. `call`: that of the function with the loop; None: the loop
    belongs to the line that failed, or stands above it."""

    around: _Around
    test: ast.expr
    loops: list[Loop]
    call: ast.Call | None

    def among(self, facts: Facts) -> _Found | None:
        """What is looked for, and what there is that is nearly the same; None if it is there, or
        not all that is there is known."""
        tree = place.tree_of(facts)
        if tree is None or sources.is_imported(facts):
            return None
        match self.test:
            case ast.Compare(left=left, ops=[ast.Eq()], comparators=[right]):
                pass
            case ast.Compare(left=part, ops=[ast.In()], comparators=[whole]):
                return self._part_among(facts, tree, bare(part), bare(whole))
            case _:
                return None
        plain = {left: bare(left), right: bare(right)}
        for one, two in ((left, right), (right, left)):
            asked, held = plain[one], plain[two]
            value = _asked(facts, self.around, asked[0], self.call)
            if value is None or value.text is None:
                continue
            texts = looped_texts.of(tree, self.around, self.loops, held[0])
            texts = texts or columns_read.texts_of(facts, self.around, held[0]) or []
            if not texts:
                continue
            if changed(value.text, asked[1]) in {changed(each, held[1]) for each in texts}:
                continue
            alike, near = similar(value.text, texts)
            ways = ".lower()" if value.text.lower() == alike.lower() else ".strip().lower()"
            sides = [f"{place.in_full(facts, plain[each][0])}{ways}" for each in (left, right)]
            return _Found(value, alike and _text(alike), near and _text(near), " == ".join(sides))
        return None

    def _part_among(
        self, facts: Facts, tree: ast.Module, part: _Bare, whole: _Bare
    ) -> _Found | None:
        """`if part.lower() in each.name.lower()`, and it is in none of them, however it may be
        written."""
        value = _asked(facts, self.around, part[0], self.call)
        texts = looped_texts.of(tree, self.around, self.loops, whole[0])
        if value is None or not value.text or not texts:
            return None
        is_in = any(changed(value.text, part[1]) in changed(each, whole[1]) for each in texts)
        is_alike = any(_plain(value.text) in each.lower() for each in texts)
        return None if is_in or is_alike else _Found(value, "", "", "")


_Bare = tuple[ast.expr, tuple[str, ...]]
"""What is compared, and what was done to it: see bare()."""


def similar(text: str, texts: Iterable[str]) -> tuple[str, str]:
    """The only one of the texts that is the same but for capital letters and blanks; and, where
    there is none, the one that is nearly the same."""
    alike = {each for each in texts if _plain(each) == _plain(text)}
    if alike:
        return (alike.pop(), "") if len(alike) == 1 else ("", "")
    is_short = len(text.strip()) < _SHORTEST or text.strip().isdecimal()
    return "", "" if is_short else nearest(text, set(texts))


def _text(text: str) -> str:
    return literal(Value("str", (text, len(text))))


_CHANGES = ("lower", "upper", "strip", "casefold", "title", "capitalize")


def bare(node: ast.expr) -> _Bare:
    """What is compared, without .lower() and the like, and which these are, in their order."""
    changes: tuple[str, ...] = ()
    while True:
        match node:
            case ast.Call(func=ast.Attribute(value=inner, attr=attr), args=[], keywords=[]) if (
                attr in _CHANGES
            ):
                node, changes = inner, (attr, *changes)
            case _:
                return node, changes


def changed(text: str, changes: tuple[str, ...]) -> str:
    for each in changes:
        text = str(getattr(text, each)())
    return text


def _search(
    facts: Facts, what: ast.AST, function: ast.FunctionDef, test: ast.expr | None
) -> _Search | None:
    """What the function does to find it."""
    line = unlike.only_test(function, "") if test is None else None
    test = line.test if line is not None else test
    call = origin.value(facts, what) if isinstance(what, ast.Name) else what
    if test is None or not isinstance(call, ast.Call):
        return None
    return _Search(function, test, looped_texts.in_body(function), call)


def empty(facts: Facts, what: ast.expr) -> Diagnosis | None:
    """A list that takes only what is alike: `[t for t in trials if t["group"] == group]`."""
    source = sources.only(facts, what, "list") if isinstance(what, ast.Name) else None
    step = source.steps[0] if source is not None else None
    match step.names if step is not None else ():
        case [(ast.FunctionDef() | ast.Module() as around, name), *_]:
            pass
        case _:
            return None
    compared = _filter(around, name, source.node if source is not None else None)
    if compared is None:
        return None
    test, loops, begin = compared
    made = origin.value(facts, what)
    is_own = around is (scope.function_around(facts) or place.tree_of(facts))
    call = made if isinstance(made, ast.Call) and not is_own else None
    searched = _Search(around, test, loops, call) if is_own or call is not None else None
    found = searched.among(facts) if searched is not None else None
    if found is None:
        return None
    values = (place.shown(facts, what), literal(found.asked), test.lineno)
    line = found.only_line(facts, call)
    if found.near and line is not None:
        return Diagnosis(Kind.EMPTY_NEAR, (*values, found.near, line))
    if found.alike and line is not None:
        return Diagnosis(Kind.EMPTY_NOT_ALIKE, (*values, found.alike, line))
    if found.alike:
        instead = f"{begin}{found.instead}{':' if begin else ''}"
        return Diagnosis(Kind.EMPTY_NOT_SAME, (*values, found.alike, instead))
    return None


def _filter(
    around: _Around, name: str, made: ast.expr | None
) -> tuple[ast.expr, list[Loop], str] | None:
    """The test that all has to pass, the loop, and what stands before the test if that is a line
    of its own."""
    match made:
        case ast.ListComp(generators=[ast.comprehension(target=target, iter=items, ifs=[test])]):
            return test, [(target, items)], ""
        case ast.List(elts=[]) if (line := unlike.only_test(around, name)) is not None:
            fills = [each for each in scope.in_scope(around) if _is_filled(each, name)]
            if len(fills) == 1:
                return line.test, looped_texts.in_body(around), "if "
    return None


def _is_filled(node: ast.AST, name: str) -> bool:
    match node:
        case ast.Attribute(value=ast.Name(id=found), attr="append" | "extend" | "insert"):
            return found == name
        case ast.AugAssign(target=ast.Name(id=found)):
            return found == name
    return False


def _plain(text: str) -> str:
    return text.strip().lower()


def _asked(facts: Facts, around: _Around, asked: ast.expr, call: ast.Call | None) -> Value | None:
    """What is looked for, if that is a text that is known."""
    if isinstance(asked, ast.Constant):
        return place.known(facts, asked) if isinstance(asked.value, str) else None
    if not isinstance(asked, ast.Name):
        return None
    if call is not None:
        return _given(facts, around, call, asked.id)
    is_own = isinstance(around, ast.FunctionDef) and asked.id in scope.parameters(around)
    is_kept = not scope.bindings(around, asked.id) if is_own else origin.value(facts, asked)
    return place.known(facts, asked) if is_kept else None


def _given(facts: Facts, around: _Around, call: ast.Call, name: str) -> Value | None:
    """What the parameter is given in the call."""
    if not isinstance(around, ast.FunctionDef):
        return None
    names = [each.arg for each in around.args.args]
    is_method = isinstance(call.func, ast.Attribute) and names[:1] == ["self"]
    names = names[1:] if is_method else names
    if name not in names or scope.bindings(around, name) or not place.is_by_place(call):
        return None
    if place.name_called(call) != around.name or len(call.args) <= names.index(name):
        return None
    given = call.args[names.index(name)]
    return place.known(facts, given) if _is_kept(facts, given, call.lineno) else None


def _is_kept(facts: Facts, given: ast.expr, line: int) -> bool:
    """Its name has got no other value between this line and the one that failed."""
    home = scope.function_around(facts) or place.tree_of(facts)
    if not isinstance(given, ast.Name) or home is None:
        return True
    return not any(line < each <= facts.line for each in scope.bindings(home, given.id))
