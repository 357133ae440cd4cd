"""Values that are not what they were meant to be, from the line that failed back to what made them
so: text that was typed, a comparison that is never true, a case that a recursion passes. Pure."""

from __future__ import annotations

import ast

from reloader_core.explain.causes import converted, folders, results, sources, typed_numbers, unlike
from reloader_core.explain.evidence import origin, place, scope, written
from reloader_core.explain.evidence.facts import Facts, Value, literal, value_from
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind

_SEVERAL = ("list", "dict", "tuple", "set", "str")


# -- text that is shown as a number, or is a key


def number_shown(facts: Facts, found: Diagnosis) -> Diagnosis | None:
    """`f"{weight:.1f}"` and `"%d" % age`, of what input() gave."""
    code = str(found.values[0])
    texts: list[ast.expr] = []
    for node in place.in_statement(facts):
        match node:
            case ast.FormattedValue(value=ast.Name() as value, format_spec=ast.JoinedStr()):
                texts.append(value)
            case ast.BinOp(left=ast.Constant(value=str()), op=ast.Mod(), right=right):
                texts += right.elts if isinstance(right, ast.Tuple) else [right]
    wrong = [each for each in texts if place.type_of(facts, each) == "str"]
    if code.startswith("%"):
        wrong = [each for each in wrong if _is_number(facts, each)][:1]
    if len(wrong) != 1 or not _is_number(facts, wrong[0]):
        return None
    shown = place.known(facts, wrong[0])
    text = shown.text or "" if shown is not None else ""
    is_whole = code[-1] in "dxXbcon" and written.is_number("int", text)
    made = sources.of(facts, wrong[0], "str")
    return converted.at_source(facts, wrong[0], made, "int" if is_whole else "float")


def _is_number(facts: Facts, node: ast.expr) -> bool:
    value = place.known(facts, node)
    return value is not None and value.text is not None and written.is_number("float", value.text)


def typed_key(facts: Facts) -> Diagnosis | None:
    """`menu[choice]`, where the keys are whole numbers and choice was typed."""
    for node in place.in_statement(facts):
        match node:
            case ast.Subscript(slice=ast.Name() as key):
                value = place.known(facts, key)
                if value is not None and value.text and written.is_number("int", value.text):
                    made = sources.of(facts, key, "str")
                    if made and all(typed_numbers.is_typed(each.node) for each in made):
                        return converted.at_source(facts, key, made, "int")
    return None


# -- what a loop has written over


def overwritten(facts: Facts, node: ast.expr) -> Diagnosis | None:
    """A list whose name a loop above gives to a single value."""
    value, tree = place.known(facts, node), place.tree_of(facts)
    if not isinstance(node, ast.Name) or value is None or value.type in _SEVERAL or tree is None:
        return None
    around = scope.of_name(facts, node.id)
    if around is None or scope.is_declared(tree, node.id):
        return None
    stores = [
        each
        for each in scope.in_scope(around)
        if isinstance(each, ast.Assign | ast.For) and _sets(each, node.id)
    ]
    if len(stores) != 2 or len(scope.bindings(around, node.id)) != 2:
        return None
    first, second = sorted(stores, key=lambda each: each.lineno)
    if not isinstance(first, ast.Assign) or second.lineno >= facts.line:
        return None
    loops = [each for each in scope.in_scope(around) if isinstance(each, ast.For)]
    inside = [each for each in loops if place.covers(each, second.lineno)]
    if not inside or any(place.covers(each, first.lineno) for each in inside):
        return None
    kind = results.type_of(tree, first.value) or _made_by(first.value)
    if kind not in _SEVERAL:
        return None
    values = (node.id, first.lineno, kind, second.lineno)
    return Diagnosis(Kind.OVERWRITTEN_IN_LOOP, values)


def overwritten_key(facts: Facts) -> Diagnosis | None:
    """`for units in morse: total += units[units]`, where a dictionary was called so."""
    node, tree = place.only(facts, ast.Subscript), place.tree_of(facts)
    match node:
        case ast.Subscript(value=ast.Name(id=name), slice=ast.Name(id=index)) if name == index:
            around = scope.of_name(facts, name)
        case _:
            return None
    if tree is None or around is None or scope.is_declared(tree, name):
        return None
    first = scope.plain_stores(scope.in_scope(around), name)
    loops = [
        each
        for each in scope.in_scope(around)
        if isinstance(each, ast.For) and place.is_name(each.target, name)
    ]
    if len(first) != 1 or len(loops) != 1 or len(scope.bindings(around, name)) != 2:
        return None
    kind = results.type_of(tree, first[0].value) or _made_by(first[0].value)
    uses = [n for part in loops[0].body for n in ast.walk(part) if place.is_name(n, name)]
    if kind != "dict" or not place.covers(loops[0], facts.line) or len(uses) != 2:
        return None
    item = next((e for e in ("item", "each") if not scope.names_anywhere(tree, e)), "one_of_them")
    instead = f"for {item} in {place.in_full(facts, loops[0].iter)}:"
    values = (name, first[0].lineno, kind, loops[0].lineno, instead, f"{name}[{item}]")
    return Diagnosis(Kind.OVERWRITTEN_KEY, values)


def _sets(node: ast.Assign | ast.For, name: str) -> bool:
    target = node.targets[0] if isinstance(node, ast.Assign) else node.target
    return any(isinstance(each, ast.Name) and each.id == name for each in ast.walk(target))


def _made_by(node: ast.expr) -> str:
    match node:
        case ast.Call(func=ast.Attribute(attr="split" | "splitlines" | "readlines")):
            return "list"
    return ""


# -- what a list of the function's own was put into


def parameter_replaced(facts: Facts, node: ast.expr) -> Diagnosis | None:
    """`entries = entries + [text]`, where entries is a parameter."""
    tree = place.tree_of(facts)
    made = sources.only(facts, node, "list")
    if tree is None or made is None or not isinstance(made.node, ast.List) or made.node.elts:
        return None
    names = {name for step in made.steps for _around, name in step.names}
    found = []
    for function in tree.body:
        if not isinstance(function, ast.FunctionDef):
            continue
        for each in scope.in_scope(function):
            match each:
                case ast.Assign(
                    targets=[ast.Name(id=name)],
                    value=ast.BinOp(left=ast.Name(id=left), op=ast.Add(), right=added),
                ) if name == left and name in scope.parameters(function):
                    if _is_given(tree, function, name, names) and not _returns(function):
                        found.append((function, each, name, added))
    if len(found) != 1:
        return None
    function, statement, name, added = found[0]
    instead = f"{name} += {place.in_full(facts, added)}"
    match added:
        case ast.List(elts=[item]):
            instead = f"{name}.append({place.in_full(facts, item)})"
    what = place.shown(facts, node)
    values = (what, f"{function.name}()", statement.lineno, instead)
    return Diagnosis(Kind.PARAMETER_REPLACED, values)


def _is_given(tree: ast.Module, function: ast.FunctionDef, name: str, names: set[str]) -> bool:
    """One of these names."""
    at = [each.arg for each in function.args.args].index(name)
    return any(
        isinstance(call, ast.Call)
        and ast.unparse(call.func) == function.name
        and at < len(call.args)
        and ast.unparse(call.args[at]) in names
        for call in ast.walk(tree)
    )


def _returns(function: ast.FunctionDef) -> bool:
    return any(isinstance(e, ast.Return) and e.value is not None for e in scope.in_scope(function))


# -- a comparison that is never true


def unset_by_type(facts: Facts, name: str) -> Diagnosis | None:
    """The only `if` that gives the name its value compares text with a number."""
    tree = place.tree_of(facts)
    around = scope.function_around(facts) or tree
    if tree is None or around is None or sources.is_imported(facts):
        return None
    home = around if scope.bindings(around, name) else tree
    lines = scope.bindings(home, name)
    for test in [each for each in scope.in_scope(home) if isinstance(each, ast.If)]:
        match test.test:
            case ast.Compare(left=left, ops=[ast.Eq()], comparators=[right]):
                pass
            case _:
                continue
        held = [each for each in lines if test.lineno < each <= (test.end_lineno or 0)]
        if not _are_never_true(tree, home, test):
            continue
        sides = [unlike.kinds(tree, home, each) for each in (left, right)]
        if len(held) != len(lines) or any(len(each) != 1 for each in sides):
            continue
        one, other = sides[0].pop(), sides[1].pop()
        if {one, other} in ({"str", "int"}, {"str", "float"}):
            shown = place.shown(facts, left), place.shown(facts, right)
            values = (name, test.lineno, shown[0], one, shown[1], other)
            return Diagnosis(Kind.UNSET_BY_TYPE, values)
    return None


def _are_never_true(tree: ast.Module, home: ast.AST, test: ast.If) -> bool:
    """All further branches of it: they compare in the same way."""
    match test.orelse:
        case []:
            return True
        case [ast.If(test=ast.Compare(left=left, ops=[ast.Eq()], comparators=[right])) as further]:
            sides = [unlike.kinds(tree, home, each) for each in (left, right)]
            is_never = all(len(each) == 1 for each in sides) and sides[0] != sides[1]
            return is_never and _are_never_true(tree, home, further)
    return False


# -- names of files, items of a list


def listed(facts: Facts, named: str) -> Diagnosis | None:
    """`for name in os.listdir(folder)`, and then open(name)."""
    for loop in place.every(facts, ast.AST):
        match loop:
            case (
                ast.For(target=ast.Name(id=name), iter=source)
                | ast.comprehension(target=ast.Name(id=name), iter=source)
            ):
                pass
            case _:
                continue
        for node in ast.walk(source):
            match node:
                case ast.Call(func=ast.Attribute(attr="listdir"), args=[folder]) if _is_opened(
                    facts, loop, name, named
                ):
                    instead = folders.with_folder(facts, place.shown(facts, folder), name)
                    is_other = ast.unparse(folder) not in ("'.'", "''")
                    values = (named, node.lineno, instead)
                    return Diagnosis(Kind.LISTED_NAMES, values) if is_other else None
    return None


def _is_opened(facts: Facts, loop: ast.AST, name: str, named: str) -> bool:
    """The name stands in the line that failed, or is given to the function that it belongs to and
    stands there under the name of a parameter."""
    used = [each for each in place.in_statement(facts) if isinstance(each, ast.Name)]
    if any(each.id == name for each in used) and not _is_set_again(facts, loop, name):
        value = place.known(facts, ast.Name(name, ast.Load()))
        return value is None or value.text == named
    function = scope.function_around(facts)
    if function is None:
        return False
    taken = {
        parameter.arg
        for call in place.every(facts, ast.Call)
        if ast.unparse(call.func) == function.name
        for given, parameter in zip(call.args, function.args.args, strict=False)
        if place.is_name(given, name)
    }
    values = [place.known(facts, each) for each in used if each.id in taken]
    return any(each is None or each.text in (named, None) for each in values)


def _is_set_again(facts: Facts, loop: ast.AST, name: str) -> bool:
    """After the loop, by another line."""
    tree = place.tree_of(facts)
    around = scope.function_around(facts) or tree
    if around is None or place.covers(loop, facts.line):
        return False
    return bool(scope.plain_stores(scope.in_scope(around), name))


def near_in_list(facts: Facts, found: Diagnosis) -> Diagnosis | None:
    """But for blanks and capital letters, it is in the list."""
    node = next(
        (
            each
            for each in place.in_statement(facts)
            if isinstance(each, ast.Name | ast.Attribute)
            and place.shown(facts, each) == found.values[0]
        ),
        None,
    )
    value = place.known(facts, node) if node is not None else None
    told = value.details[1] if value is not None and len(value.details) > 1 else []
    items = [value_from(each) for each in told]
    if node is not None and (made := origin.value(facts, node)) is not None:
        items += _split(made)
    wanted = str(found.values[1])
    alike = {literal(e) for e in items if e.text is not None and _is_alike(e.text, wanted)}
    alike -= {wanted}
    if len(alike) != 1:
        return None
    return Diagnosis(Kind.NEAR_IN_LIST, (found.values[0], wanted, alike.pop()))


def _split(made: ast.expr) -> list[Value]:
    """The items of a list that is written out, or is made of a text that is."""
    match made:
        case ast.Call(
            func=ast.Attribute(value=ast.Constant(value=str(text)), attr="split"),
            args=[ast.Constant(value=str(sign))],
        ) if sign:
            return [Value("str", (each, len(each))) for each in text.split(sign)]
        case ast.List(elts=elements) | ast.Tuple(elts=elements):
            texts = [e.value for e in elements if isinstance(e, ast.Constant)]
            return [Value("str", (e, len(e))) for e in texts if isinstance(e, str)]
    return []


def _is_alike(text: str, wanted: str) -> bool:
    try:
        asked = ast.literal_eval(wanted)
    except (ValueError, SyntaxError):
        return False
    return isinstance(asked, str) and asked.strip().lower() == text.strip().lower()
