"""Which lines belong to one that ends with a colon, where none is indented below it. Pure.

Tried is what Python accepts, and of that what could do something: what stands below a `return` of
the same block never runs. Where more than one end is left, only the first lines are named.
"""

from __future__ import annotations

import ast
import builtins
import re
from collections import Counter
from collections.abc import Callable, Iterator

from reloader_core.explain.evidence import parsing
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind
from reloader_core.explain.syntax import levels, outside
from reloader_core.explain.syntax.levels import indented
from reloader_core.explain.syntax.scanner import TEXT
from reloader_core.explain.syntax.trial import Broken

_Tried = tuple[int, ast.Module]
"""The last line that was moved, and the script with that."""
_MOST_TRIED = 40
_PARTS = re.compile(r"\s*(?:else|elif|except|finally)\b")
_BEGINS_BLOCK = re.compile(r"\s*(?:def|class|async|@)")


def missing(broken: Broken, above: int) -> Diagnosis:
    """Python expects a block below `above`, and finds this line."""
    at, line, header = broken.at, broken.code(broken.at), broken.code(above)
    if not line.strip() or _PARTS.match(line) or _is_use(header, line):
        return Diagnosis(Kind.BODY_MISSING, (above,))
    if any("\t" in each[: indented(each)] for each in (line, header)):
        return _by_tab(broken, above)
    more = _more(broken, above)
    found = _ends(broken, above, more)
    is_method = re.match(r"\s*class\b", header) and re.match(r"\s*(?:async\s+)?def\b", line)
    if _BEGINS_BLOCK.match(line) and not is_method:
        if len(found) != 1 or not _stand_beside(broken, found[0]):  # nothing says whose it is
            return Diagnosis(Kind.BODY_MISSING, (above,))
    if indented(line) < indented(header):
        if _uses_given(broken, header):
            return Diagnosis(Kind.INDENT_EXPECTED, (at, above, more))
        return Diagnosis(Kind.INDENT_OR_PASS, (above, at, more))
    if not _is_next(broken) and not (is_method and re.search(r"\(\s*self\b", line)):
        return Diagnosis(Kind.INDENT_OR_PASS, (above, at, more))
    return _first_to(broken, above, found, more)


def _first_to(broken: Broken, above: int, found: list[int], more: int) -> Diagnosis:
    """The lines that belong to it for certain, and whether there may be others."""
    at = broken.at
    last = found[0] if found else at
    match last > at, len(found) == 1:
        case True, True:
            return Diagnosis(Kind.INDENT_BLOCK, (above, at, last, more))
        case True, False:
            return Diagnosis(Kind.INDENT_FROM, (above, at, last, more))
        case _, True:
            return Diagnosis(Kind.INDENT_LINE, (at, above, more))
        case _:
            return Diagnosis(Kind.INDENT_EXPECTED, (at, above, more))


def _is_use(header: str, line: str) -> bool:
    """The line is the script's own, which calls the function that has no lines yet."""
    made = re.match(r"\s*(?:def|class)\s+(\w+)", header)
    return made is not None and re.match(rf"(?:.*[=(]\s*)?{made[1]}\(", line) is not None


def _uses_given(broken: Broken, header: str) -> bool:
    """The line uses what a loop in a function goes through, and nothing else has that name."""
    loop = re.match(r"\s+for\s+(\w+(?:\s*,\s*\w+)*)\s+in\b", header)
    names = re.findall(r"\w+", loop[1]) if loop else []
    given = Counter(re.findall(r"\b(\w+)\s*(?:=(?!=)|,|\bin\b)", broken.others))
    words = re.findall(r"\w+", TEXT.sub("", broken.code(broken.at)))
    return any(name in words and given[name] <= 1 for name in names)


def _is_next(broken: Broken) -> bool:
    """Between the two stand at most comments that begin where the line does."""
    between = broken.lines[broken.before(broken.at) : broken.at - 1]
    blanks = indented(broken.line(broken.at))
    return all(each.strip() and indented(each) <= blanks for each in between)


def _by_tab(broken: Broken, above: int) -> Diagnosis:
    """In a script that is indented with tabs alone."""
    blanks = {each[: indented(each)] for each in broken.lines if each.strip()}
    is_next = _is_next(broken) and indented(broken.line(broken.at)) == indented(broken.line(above))
    if is_next and not any(each.strip("\t") for each in blanks):
        return Diagnosis(Kind.INDENT_BY_TAB, (broken.at, above))
    return Diagnosis(Kind.BODY_MISSING, (above,))


def _more(broken: Broken, above: int) -> int:
    """How many spaces are missing: what stands below it may be where it belongs."""
    line, header = broken.code(broken.at), broken.code(above)
    below = indented(broken.after(broken.at))
    if not line.endswith((":", "(", "[", "{", ",")) and below > max(map(indented, (line, header))):
        return below - indented(line)
    return indented(header) + levels.step(broken) - indented(line)


# -- where the block may end


def _ends(broken: Broken, above: int, more: int) -> list[int]:
    """The last lines that may be moved along with the first one."""
    at, run = broken.at, _run(broken)
    if not run or broken.scan.open or broken.scan.extra or broken.scan.mismatch:
        return []
    found = _tried(broken, run, more)
    if found and all(_is_odd(tree, at, run[-1]) for _last, tree in found):
        # What follows may be where it belongs, though it looks like part of the last statement.
        found = _tried(broken, _every_end(broken, run[-1]), more)
        found = [each for each in found if not _is_odd(each[1], at, run[-1])]
    for is_likely in _checks(above, at, run[-1]):
        found = [each for each in found if is_likely(each[1])] or found
    return _first_of_same(broken, [last for last, _tree in found])


def _tried(broken: Broken, ends: list[int], more: int) -> list[_Tried]:
    """What parses; or what does down to there, where the next mistake is further below."""
    for text in (broken.text, "\n".join(broken.lines[: ends[-1]])):
        cut = Broken(text, broken.mistake)
        trees = (
            (last, parsing.parsed(levels.moved(cut, broken.at, last, more)))
            for last in ends[:_MOST_TRIED]
        )
        if found := [(last, tree) for last, tree in trees if tree is not None]:
            return found
    return []


def _is_odd(tree: ast.Module, at: int, end: int) -> bool:
    """Lines that never run, or a method inside of a function."""
    for node in ast.walk(tree):
        for block in outside.blocks(node):
            inside = [each for each in block if at <= each.lineno <= end]
            is_function = isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
            if _has_dead_lines(inside) or is_function and any(map(_is_method, inside)):
                return True
    return False


def _is_method(statement: ast.stmt) -> bool:
    return isinstance(statement, ast.FunctionDef | ast.AsyncFunctionDef) and (
        [each.arg for each in statement.args.args[:1]] in (["self"], ["cls"])
    )


def _every_end(broken: Broken, end: int) -> list[int]:
    inside = levels.continued(broken.text)
    begins = [
        number
        for number in range(broken.at, end + 1)
        if broken.code(number).strip() and number not in inside
    ]
    return [*(broken.before(each) for each in begins[1:]), end]


def _first_of_same(broken: Broken, lasts: list[int]) -> list[int]:
    """Where a statement alone may be moved, what stands below it is where it belongs."""
    kept: list[int] = []
    for last in lasts:
        if not kept or _stand_beside(broken, last, kept[-1]):
            kept.append(last)
    return kept


def _stand_beside(broken: Broken, last: int, first: int = 0) -> bool:
    """Of the lines below the first one, one begins where that does."""
    blanks = indented(broken.line(broken.at))
    between = broken.lines[first or broken.at : last]
    return any(each.strip() and indented(each) <= blanks for each in between)


def _run(broken: Broken) -> list[int]:
    """Of what stands beside this line and below it: the last line of each statement, and that of
    its first line's own where what follows it is indented further."""
    blanks, inside = indented(broken.line(broken.at)), levels.continued(broken.text)
    ends: list[int] = []
    last, is_begun = broken.at, True
    for number in range(broken.at + 1, len(broken.lines) + 1):
        code = broken.code(number)
        if not code.strip() and number not in inside:
            continue
        if number not in inside:
            if indented(code) < blanks:
                break
            if indented(code) == blanks or is_begun:
                ends.append(last)
            is_begun = indented(code) == blanks
        last = number
    return [*ends, last]


# -- what could not be meant


def _checks(above: int, at: int, end: int) -> Iterator[Callable[[ast.Module], bool]]:
    yield lambda tree: not outside.left_outside(tree, range(at, end + 1))
    yield lambda tree: not _has_idle_else(tree, above)
    yield lambda tree: not _uses_parameter(tree, above, end)
    yield lambda tree: not _never_ends(tree, above)
    yield lambda tree: not _is_method_outside(tree, above, end)
    yield lambda tree: not _has_dead_lines(_block(tree, at))
    yield lambda tree: not _has_dead_lines(_from(tree, above, end))
    yield lambda tree: not _has_idle_function(tree, above, _block(tree, at))
    yield lambda tree: not _calls_itself(tree, above, _block(tree, at))


def _header(tree: ast.Module, above: int) -> ast.stmt | None:
    """What begins in that line."""
    nodes = (each for each in ast.walk(tree) if isinstance(each, ast.stmt))
    return next((each for each in nodes if each.lineno == above), None)


def _block(tree: ast.Module, at: int) -> list[ast.stmt]:
    """That which begins in this line."""
    every = (block for node in ast.walk(tree) for block in outside.blocks(node))
    return next((block for block in every if block[0].lineno == at), [])


def _from(tree: ast.Module, above: int, end: int) -> list[ast.stmt]:
    """What begins in this line, and what stands beside it up to the other line."""
    for node in ast.walk(tree):
        for block in outside.blocks(node):
            beside = [each for each in block if above <= each.lineno <= end]
            if beside and beside[0].lineno == above:
                return beside
    return []


def _has_idle_function(tree: ast.Module, above: int, block: list[ast.stmt]) -> bool:
    """One in a function that does not use it: it is not of that function."""
    if not isinstance(_header(tree, above), ast.FunctionDef | ast.AsyncFunctionDef):
        return False
    used = {e.id for part in block for e in ast.walk(part) if isinstance(e, ast.Name)}
    return any(
        isinstance(each, ast.FunctionDef | ast.AsyncFunctionDef) and each.name not in used
        for each in block
    )


def _has_idle_else(tree: ast.Module, above: int) -> bool:
    """An `else` of a loop that nothing leaves: it is that of an `if` in the loop."""
    loop = _header(tree, above)
    if not isinstance(loop, ast.For | ast.While) or not loop.orelse:
        return False
    return not any(isinstance(each, ast.Break) for part in loop.body for each in ast.walk(part))


def _uses_parameter(tree: ast.Module, above: int, end: int) -> bool:
    """Of the function, in lines that would be outside of it, where nothing else has that name."""
    beside = _from(tree, above, end)
    if not beside or not isinstance(beside[0], ast.FunctionDef | ast.AsyncFunctionDef):
        return False
    names = {each.arg for each in ast.walk(beside[0].args) if isinstance(each, ast.arg)}
    names -= _given_outside(tree, beside[0])
    own = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
    below = [each for each in beside[1:] if not isinstance(each, own)]
    return any(
        isinstance(node, ast.Name) and node.id in names for part in below for node in ast.walk(part)
    )


def _given_outside(tree: ast.Module, function: ast.AST) -> set[str]:
    """All names that anything outside of the function gives a value."""
    inside, found = {id(each) for each in ast.walk(function)}, set(vars(builtins))
    for node in ast.walk(tree):
        if id(node) in inside and not isinstance(node, ast.alias):
            continue
        match node:
            case ast.Name(id=name, ctx=ast.Store()) | ast.arg(arg=name):
                found.add(name)
            case ast.FunctionDef(name=name) | ast.ClassDef(name=name):
                found.add(name)
            case ast.alias(name=name, asname=other):
                found |= {name, other or name}
            case ast.MatchAs(name=str(name)) | ast.ExceptHandler(name=str(name)):
                found.add(name)
    return found


def _never_ends(tree: ast.Module, above: int) -> bool:
    """`while n < 3:` whose lines neither change n nor may leave the loop."""
    loop = _header(tree, above)
    if not isinstance(loop, ast.While):
        return False
    asked = {each.id for each in ast.walk(loop.test) if isinstance(each, ast.Name)}
    if not asked or any(isinstance(e, ast.Call | ast.Attribute) for e in ast.walk(loop.test)):
        return False
    for node in (each for part in loop.body for each in ast.walk(part)):
        match node:
            case ast.Break() | ast.Return() | ast.Raise() | ast.Yield() | ast.YieldFrom():
                return False
            case ast.Name(id=name, ctx=ast.Store() | ast.Del()) if name in asked:
                return False
            case ast.Call(func=ast.Name(id="print")):
                pass
            case ast.Call() | ast.Subscript(ctx=ast.Store()) | ast.Delete():
                return False  # it may change one of them, or end the script
    return True


def _is_method_outside(tree: ast.Module, above: int, end: int) -> bool:
    """A function with a `self` right below a class."""
    beside = _from(tree, above, end)
    return any(map(_is_method, beside[1:])) and isinstance(beside[0], ast.ClassDef)


def _has_dead_lines(block: list[ast.stmt]) -> bool:
    """Something stands below a `return` or the like."""
    return any(map(outside.leaves, block[:-1]))


def _calls_itself(tree: ast.Module, above: int, block: list[ast.stmt]) -> bool:
    """A function or class that is used in its own block, and nothing may end that before."""
    made = _header(tree, above)
    if not isinstance(made, ast.FunctionDef | ast.ClassDef):
        return False
    for statement in block:
        parts = [each for each in ast.walk(statement) if not isinstance(statement, ast.FunctionDef)]
        if any(isinstance(each, ast.Return | ast.Raise | ast.If | ast.Try) for each in parts):
            return False
        if any(isinstance(e, ast.Call) and _is_named(e.func, made.name) for e in parts):
            return True
    return False


def _is_named(node: ast.expr, name: str) -> bool:
    return isinstance(node, ast.Name) and node.id == name
