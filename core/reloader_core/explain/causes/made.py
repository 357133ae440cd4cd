"""What the text says that a name's value was made of, and what follows from that. Pure."""

from __future__ import annotations

import ast

from reloader_core.explain.causes import objects, sources
from reloader_core.explain.evidence import origin, place, scope, written
from reloader_core.explain.evidence.facts import Facts, Value
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind


def tuple_of(facts: Facts, node: ast.expr) -> Diagnosis | None:
    """A tuple that nobody wanted: by a comma at the end, or by a function that gives several."""
    what = place.shown(facts, node)
    value = origin.value(facts, node)
    if value is None and (source := sources.only(facts, node, "tuple")) is not None:
        value = source.node if source.steps[0].is_statement else None
    match value:
        case ast.Tuple(elts=[one]) as made:
            if (made.lineno, made.col_offset) == (one.lineno, one.col_offset):  # no brackets
                return Diagnosis(Kind.TUPLE_BY_COMMA, (what, made.end_lineno or made.lineno))
        case ast.Call(func=ast.Name(id=name)):
            match scope.returns_of(place.tree_of(facts), name):
                case [ast.Return(value=ast.Tuple(elts=[_, _, *_] as parts))]:
                    return Diagnosis(Kind.TUPLE_RETURNED, (what, f"{name}()", len(parts)))
    return None


def no_set(facts: Facts, node: ast.expr) -> Diagnosis | None:
    """`{}` is a dictionary, and has one thing put in."""
    calls = [each for each in place.in_statement(facts) if isinstance(each, ast.Call)]
    given = [
        len(each.args)
        for each in calls
        if isinstance(each.func, ast.Attribute) and each.func.value is node
    ]
    match origin.value(facts, node):
        case ast.Dict(keys=[]) as made if given == [1] and not _has_keys(facts, node):
            return Diagnosis(Kind.NO_SET, (place.shown(facts, node), made.lineno))
    return None


def _has_keys(facts: Facts, node: ast.expr) -> bool:
    """Elsewhere it is used as the dictionary that it is."""
    what = ast.unparse(node)
    return any(
        isinstance(each, ast.Subscript)
        and ast.unparse(each.value) == what
        or isinstance(each, ast.Attribute)
        and each.attr in ("items", "keys", "values", "get", "setdefault")
        and ast.unparse(each.value) == what
        for each in place.every(facts, ast.expr)
    )


def objects_in(facts: Facts, node: ast.Attribute) -> Diagnosis | None:
    """An attribute that what is in the list has, which are objects of one class of the script's."""
    match place.known(facts, node.value):
        case Value("list", (int(), [("object", str(title)), *_] as items)):
            cls = objects.class_named(facts, title)
            if cls is None or any(each != ("object", title) for each in items):
                return None
            has = [each.name for each in objects.methods(cls)]
            if node.attr in has or objects.sets(cls, node.attr):
                what, called = place.shown(facts, node.value), _loop_over(facts, node.value)
                if called:
                    return Diagnosis(Kind.ONE_OF_LIST, (what, node.attr, f"{called}.{node.attr}"))
                return Diagnosis(Kind.OBJECTS_IN_LIST, (what, node.attr))
    return None


def _loop_over(facts: Facts, what: ast.expr) -> str:
    """The name that the innermost loop around gives each item of it; '' if there is no such."""
    found = ""
    for loop in place.every(facts, ast.For):
        match loop:
            case ast.For(target=ast.Name(id=name), iter=source, body=[first, *_]):
                is_here = place.covers(loop, facts.line) and facts.line >= first.lineno
                if is_here and ast.unparse(source) == ast.unparse(what):
                    found = name
    return found


def module_replaced(facts: Facts, node: ast.expr, kind: str) -> Diagnosis | None:
    """`random = random.randint(1, 6)`"""
    tree = place.tree_of(facts)
    if tree is None or not isinstance(node, ast.Name) or scope.is_declared(tree, node.id):
        return None
    found = facts.names.get(node.id)
    bound = list(scope.bound(tree, node.id))
    lines = [line for line, each in bound if isinstance(each, ast.Name)]
    imports = [each for _line, each in bound if isinstance(each, ast.Import)]
    if found is None or found.where == "builtin" or not imports or len(bound) != 2:
        return None
    inner = scope.function_around(facts)
    if len(lines) != 1 or inner is not None and found.where == "local":
        return None
    return Diagnosis(Kind.MODULE_REPLACED, (node.id, kind, lines[0]))


def random_length(facts: Facts, node: ast.Subscript) -> Diagnosis | None:
    what, shown = place.shown(facts, node.value), place.shown(facts, node.slice)
    if less := _without_length(facts, node.slice, what):
        return Diagnosis(Kind.RANDINT_LENGTH, (what, shown, less))
    return None


def _without_length(facts: Facts, index: ast.expr, what: str) -> str:
    """randint(0, len(what)), with one less; '' if it is not that."""
    match origin.value(facts, index) or index:
        case ast.Call(
            func=ast.Attribute(attr="randint") | ast.Name(id="randint") as function,
            args=[least, ast.Call(func=ast.Name(id="len")) as most],
        ) if ast.unparse(most) == f"len({what})":
            return f"{ast.unparse(function)}({ast.unparse(least)}, len({what}) - 1)"
    return ""


def letters_of(facts: Facts, node: ast.expr) -> Diagnosis | None:
    """`for line in text`, where text is one text and not a list of lines."""
    while isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
        node = node.func.value
    tree = place.tree_of(facts)
    for loop in ast.walk(tree) if tree is not None and isinstance(node, ast.Name) else ():
        match loop:
            case ast.For(target=ast.Name(id=name), iter=ast.Name() as text):
                if name == ast.unparse(node) and place.covers(loop, facts.line):
                    value, item = place.known(facts, text), place.known(facts, loop.target)
                    is_letter = item is not None and item.type == "str" and item.length == 1
                    if is_letter and value is not None and value.type == "str":
                        if value.text is not None and "\n" not in value.text:
                            return None  # it has no lines
                        return Diagnosis(Kind.LETTERS_LOOPED, (name, text.id))
    return None


def counted_names(facts: Facts, targets: ast.Tuple | ast.List, source: ast.expr) -> str:
    """`for i, name in names`: the loop with enumerate(); '' if that is not meant."""
    match targets.elts:
        case [ast.Name(id=first), ast.Name(id=second)] if first in COUNTERS:
            value = place.known(facts, source)
            is_pair = first == "k" and second in ("v", "val", "value")
            if is_pair or _of_table(facts, source):
                return ""  # its keys and values are meant
            if value is not None and value.type in ("list", "tuple", "str", "set"):
                items = value.details[1] if value.type in ("list", "tuple") else []
                if all(each[0] in ("str", "int", "float") for each in items):
                    return f"for {first}, {second} in enumerate({place.shown(facts, source)}):"
    return ""


def _of_table(facts: Facts, source: ast.expr) -> bool:
    """`sorted(scores)`, of a dictionary."""
    match origin.value(facts, source) or source:
        case ast.Call(func=ast.Name(id="sorted" | "list" | "tuple" | "set"), args=[table, *_]):
            return place.type_of(facts, table) == "dict" or isinstance(
                origin.value(facts, table), ast.Dict | ast.DictComp
            )
    return False


COUNTERS = (
    *("i", "j", "k", "n", "idx", "index", "number", "num", "nr", "no", "count", "counter"),
    *("position", "pos", "place"),
)


def result_not_kept(tree: ast.Module, function: scope.Function, name: str) -> Diagnosis | None:
    """The function gives back what is asked for, and the one line that calls it drops that."""
    calls = [
        node.value
        for node in tree.body
        if isinstance(node, ast.Expr)
        and isinstance(node.value, ast.Call)
        and ast.unparse(node.value.func) == function.name
    ]
    returned = [each.value for each in scope.in_scope(function) if isinstance(each, ast.Return)]
    match returned, calls:
        case [ast.Name(id=found)], [call] if found == name and function in tree.body:
            values = (f"{function.name}()", name, call.lineno, f"{name} = {ast.unparse(call)}")
            return Diagnosis(Kind.RESULT_NOT_KEPT, values)
    return None


def calls_itself_alike(facts: Facts, name: str) -> int:
    """The line in which the function calls itself with just what it was given; 0: there is none,
    or more calls, or it may have changed that."""
    functions = [node for node in place.every(facts, ast.FunctionDef) if node.name == name]
    if len(functions) != 1 or functions[0].decorator_list:
        return 0
    taken = [each.arg for each in functions[0].args.args]
    nodes = list(ast.walk(functions[0]))
    calls = [
        node
        for node in nodes
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name | ast.Attribute)
        and ast.unparse(node.func) in (name, f"self.{name}")
    ]
    if len(calls) != 1 or any(isinstance(each, ast.Global | ast.Nonlocal) for each in nodes):
        return 0
    given = [ast.unparse(each) for each in calls[0].args]
    is_alike = given == [each for each in taken if each != "self"] != [] and not calls[0].keywords
    is_changed = any(
        isinstance(each, ast.Attribute | ast.Subscript | ast.Name)
        and (not isinstance(each.ctx, ast.Load) or _is_used(each, taken))
        and not _is_kept(functions[0], each, taken)
        for each in nodes
        if each is not calls[0].func
    )
    return calls[0].lineno if is_alike and not is_changed else 0


def _is_kept(function: ast.FunctionDef, node: ast.expr, taken: list[str]) -> bool:
    """A variable of its own, made of what it was given without calling anything."""
    return (
        isinstance(node, ast.Name)
        and node.id not in taken
        and any(
            isinstance(each, ast.Assign)
            and each.targets == [node]
            and not any(isinstance(part, ast.Call) for part in ast.walk(each.value))
            for each in ast.walk(function)
        )
    )


def _is_used(node: ast.expr, names: list[str]) -> bool:
    """Something in it is, and may change it."""
    match node:
        case ast.Attribute(value=ast.Name(id=owner)):
            return owner in names
    return False


def heading(facts: Facts, what: ast.expr, function: str, text: str) -> Diagnosis | None:
    """The text may be from the first line of a file."""
    passes = _passes_over(facts, what)
    return Diagnosis(Kind.HEADING, (f"{function}()", text, passes)) if passes else None


_LINES = ("TextIOWrapper", "reader", "_csv.reader")
"""What gives the lines of a file, one after the other."""


def _passes_over(facts: Facts, what: ast.expr) -> str:
    """What passes over the first line of the file that the text is from; '' if it is from none,
    or some line passes over one already."""
    row = _row_of(facts, what)
    if row is None:
        return ""
    match origin.value(facts, row):
        case ast.Call(func=ast.Attribute(attr="split")) as split:
            row = _first_name(split) or row
    found = ""
    for node in place.every(facts, ast.AST):
        match node:
            case ast.Call(func=ast.Name(id="next")) | ast.Attribute(attr="readline"):
                return ""
            case ast.For(
                target=ast.Name(id=name),
                iter=ast.Call(
                    func=ast.Attribute(value=ast.Name(id="csv"), attr="reader"),
                    args=[ast.Name() as lines, *_],
                ),
            ) if name == row.id:
                found = lines.id if place.covers(node, facts.line) else found
            case ast.For(target=ast.Name(id=name), iter=ast.Name() as lines) if name == row.id:
                value = place.known(facts, lines)
                if value is not None and value.name in _LINES:
                    found = lines.id if place.covers(node, facts.line) else found
            case ast.comprehension(target=ast.Name(id=name), iter=ast.Name() as lines):
                value = place.known(facts, lines)
                is_rows = value is not None and value.name in _LINES and name == row.id
                found = lines.id if is_rows and place.covers(node.iter, facts.line) else found
            case ast.For(
                target=ast.Name(id=name),
                iter=ast.Call(func=ast.Attribute(attr="reader"), args=[ast.Name() as lines, *_]),
            ) if name == row.id:
                found = lines.id if place.covers(node, facts.line) else found
    return f"next({found})" if found else ""


def _row_of(facts: Facts, what: ast.expr) -> ast.Name | None:
    """`row` of row[1]; `line` of `name, points = line.split(";")`, also with .strip() behind."""
    match what:
        case ast.Call(func=ast.Attribute(value=inner, attr="strip"), args=[], keywords=[]):
            return _row_of(facts, inner)
        case ast.Subscript(value=ast.Name() as row):
            return row
        case ast.Subscript(value=ast.Call(func=ast.Attribute(attr="split")) as split):
            return _first_name(split)
        case ast.Name(id=name):
            made = origin.value(facts, what)
            if made is not None:
                return _row_of(facts, made) if isinstance(made, ast.Subscript) else None
            around = origin.only_bound(facts, name)
            for each in scope.in_scope(around) if around is not None else ():
                match each:
                    case ast.Assign(targets=[ast.Tuple(elts=parts)], value=whole):
                        if any(place.is_name(part, name) for part in parts):
                            return _unpacked(whole)
    return None


def _unpacked(row: ast.expr) -> ast.Name | None:
    match row:
        case ast.Call(func=ast.Attribute(attr="split")):
            return _first_name(row)
        case ast.Name():
            return row
    return None


def _first_name(node: ast.expr) -> ast.Name | None:
    """`line` of line.strip().split()"""
    while isinstance(node, ast.Call | ast.Attribute):
        node = node.func if isinstance(node, ast.Call) else node.value
    return node if isinstance(node, ast.Name) else None


def of_texts(facts: Facts, operator: str, pair: tuple[ast.expr, ast.expr]) -> Diagnosis:
    """Numbers are to be made of them, unless it is known of one that this cannot be done."""
    shown = place.shown(facts, pair[0]), place.shown(facts, pair[1])
    values = [place.known(facts, node) for node in pair]
    texts = [each.text if each is not None else None for each in values]
    if all(text is None or written.is_number("float", text) for text in texts):
        return Diagnosis(Kind.TEXTS_CALCULATED, (*shown, operator))
    if operator[0] == "-" and isinstance(pair[0], ast.Name | ast.Attribute | ast.Subscript):
        return Diagnosis(Kind.TEXT_TAKEN_OUT, (*shown, f'{shown[0]}.replace({shown[1]}, "")'))
    return Diagnosis(Kind.NO_OPERATION, (operator, "str", "str"))


def makes_texts(node: ast.expr) -> bool:
    """A list of them."""
    match node:
        case ast.Call(func=ast.Attribute(attr="readlines" | "split" | "splitlines")):
            return True
    return False


def calculated_with_text(
    facts: Facts, text: ast.expr, operator: str, function: str = ""
) -> Diagnosis:
    """`function`: with which the text becomes a number; '' for that which fits its value."""
    value, shown = place.known(facts, text), place.shown(facts, text)
    said = value.text if value is not None else None
    if not function:
        function = "int" if said is not None and written.is_number("int", said) else "float"
    instead = f"{function}({shown})"
    match place.statement(facts):
        case ast.AugAssign(target=target, value=number) if target is text:
            instead = f"{shown} = {instead} {operator} {place.operand(facts, number)}"
    return Diagnosis(Kind.CALCULATED_WITH_TEXT, (shown, operator, instead))
