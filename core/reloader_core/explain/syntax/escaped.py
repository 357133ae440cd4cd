"""Lines right below a function or loop that have to be in it: as far to the right as it. Pure."""

from __future__ import annotations

import ast
import builtins

from reloader_core.explain.evidence import parsing
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind
from reloader_core.explain.syntax import levels, outside
from reloader_core.explain.syntax.trial import Broken

_Block = list[ast.stmt]


def back(text: str, tree: ast.Module, left: ast.stmt | ast.expr, word: str) -> Diagnosis | None:
    """Where the lines with a statement that is outside of what it needs would be inside."""
    every = (block for node in ast.walk(tree) for block in outside.blocks(node))
    for block in every:
        for at, statement in enumerate(block):
            if any(each is left for each in ast.walk(statement)):
                if word in ("return", "yield"):
                    found = _into_function(text, tree, block, at, left, word)
                else:
                    found = _into_loop(text, block, at, left, word)
                if found is not None:
                    return found
    return None


# -- of functions


def _into_function(
    text: str, tree: ast.Module, block: _Block, at: int, left: ast.stmt | ast.expr, word: str
) -> Diagnosis | None:
    begin = at
    while begin > 0 and _function(block[begin - 1]) is None:
        begin -= 1
        if not _is_right_below(text, block, begin + 1):
            return None
    made = _function(block[begin - 1]) if begin > 0 else None
    if made is None or outside.leaves(made.body[-1]):
        return None
    end = _end(text, block, at, outside.FUNCTIONS)
    run = block[begin : end + 1]
    uses = _uses_own(tree, made, run)
    if not uses and (begin < at or not _is_right_below(text, block, begin)):
        return None
    if _is_called(made, run) or _is_of_round(made, run):
        return None
    inside = _moved(text, made, run)
    if inside is None:
        return None
    first, last, more = inside
    values = (word, left.lineno)
    if first == last:
        level = made.body[0].col_offset
        return Diagnosis(Kind.ESCAPED_LINE, (*values, f"{made.name}()", made.lineno, level))
    lines = (first, last, more)
    return Diagnosis(Kind.ESCAPED_LINES, (*values, f"{made.name}()", made.lineno, *lines))


def _function(above: ast.stmt) -> ast.FunctionDef | ast.AsyncFunctionDef | None:
    """That which ends with this statement."""
    match above:
        case ast.FunctionDef() | ast.AsyncFunctionDef():
            return above
        case ast.ClassDef(body=[*_, last]):
            return _function(last)
    return None


def _is_right_below(text: str, block: _Block, at: int) -> bool:
    """With no empty line between it and the statement above it."""
    lines = text.split("\n")[block[at - 1].end_lineno or 0 : block[at].lineno - 1]
    return all(each.strip() for each in lines)


def _end(text: str, block: _Block, at: int, around: tuple[type[ast.AST], ...]) -> int:
    """The last one of those that stand together and must be inside as well."""
    end = at
    for place in range(at + 1, len(block)):
        if not _is_right_below(text, block, place):
            break
        alone = outside.outside(ast.Module(block[place : place + 1], []), around)
        kinds = (ast.Return,) if around is outside.FUNCTIONS else (ast.Break, ast.Continue)
        if any(isinstance(each, kinds) for each in alone):
            end = place
    return end


def _uses_own(tree: ast.Module, made: ast.FunctionDef | ast.AsyncFunctionDef, run: _Block) -> bool:
    """They use a name that only the function gives a value."""
    own = {id(each) for part in (made, *run) for each in ast.walk(part)}
    names = {each.arg for each in ast.walk(made.args) if isinstance(each, ast.arg)}
    names |= {each.id for each in _names([made]) if isinstance(each.ctx, ast.Store)}
    for node in ast.walk(tree):
        match node:
            case ast.Name(id=name, ctx=ast.Store()) if id(node) not in own:
                names.discard(name)
            case ast.alias(name=name, asname=other):
                names -= {name, other}
            case ast.FunctionDef(name=name) | ast.ClassDef(name=name):
                names.discard(name)
            case ast.Global(names=others):
                names -= set(others)
    names -= {each.id for each in _names(run) if isinstance(each.ctx, ast.Store)}
    used = {each.id for each in _names(run)}
    return any(name in used and not hasattr(builtins, name) for name in names)


def _names(parts: _Block) -> list[ast.Name]:
    return [each for part in parts for each in ast.walk(part) if isinstance(each, ast.Name)]


def _is_called(made: ast.FunctionDef | ast.AsyncFunctionDef, run: _Block) -> bool:
    """By a line of these that is no `return`: that is the script's own."""
    return any(
        isinstance(each, ast.Call) and isinstance(each.func, ast.Name) and each.func.id == made.name
        for statement in run
        if not isinstance(statement, ast.Return)
        for each in ast.walk(statement)
    )


def _is_of_round(made: ast.FunctionDef | ast.AsyncFunctionDef, run: _Block) -> bool:
    """They use what only a loop at the function's end goes through: they may be of its rounds."""
    loop = made.body[-1]
    if not isinstance(loop, ast.For):
        return False
    rounds = {each.id for each in ast.walk(loop.target) if isinstance(each, ast.Name)}
    return any(each.id in rounds for each in _names(run))


# -- of loops


def _into_loop(
    text: str, block: _Block, at: int, left: ast.stmt | ast.expr, word: str
) -> Diagnosis | None:
    """`if x: break` right below a loop; a `break` alone would end its first round."""
    loop = block[at - 1] if at > 0 else None
    if not isinstance(loop, ast.For | ast.While) or loop.orelse or block[at] is left:
        return None
    if outside.leaves(loop.body[-1]) or not _is_right_below(text, block, at):
        return None
    end = _end(text, block, at, outside.LOOPS)
    inside = _moved(text, loop, block[at : end + 1])
    if inside is None:
        return None
    return Diagnosis(Kind.ESCAPED_LOOP, (word, left.lineno, loop.lineno, *inside))


def _moved(
    text: str, into: ast.FunctionDef | ast.AsyncFunctionDef | ast.For | ast.While, run: _Block
) -> tuple[int, int, int] | None:
    """The first and last line and how many spaces more they need, if that mends it."""
    first, last = run[0].lineno, run[-1].end_lineno or 0
    more = into.body[0].col_offset - run[0].col_offset
    lines = text.split("\n")
    used = (lines[at - 1] for at in (first, into.body[0].lineno))
    if more <= 0 or into.body[0].lineno == into.lineno or any("\t" in each for each in used):
        return None
    changed = levels.moved(Broken(text, SyntaxError()), first, last, more)
    tree = parsing.parsed(changed)
    if tree is None or outside.left_outside(tree, range(first, last + 1)):
        return None
    return first, last, more
