"""Texts that are split into more or fewer parts than there are names: which name it is whose part
has the sign in it or is missing, by what the lines beside it have. Pure, but for
evidence/read_files.py."""

from __future__ import annotations

import ast
import itertools
import re
from dataclasses import dataclass

from reloader_core.explain.causes import made, reading
from reloader_core.explain.evidence import lines_beside, place, scope, written
from reloader_core.explain.evidence.facts import Facts
from reloader_core.explain.evidence.lines_beside import Line
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind

_FEWEST = 2
"""So many other lines have to agree on what stands under a name."""
_NUMBER = re.compile(r"[-+]?\d+(?:[.,]\d+)?")


@dataclass(frozen=True, slots=True)
class _Under:
    """What may stand under a name: what others have there, and whether a number is made of it."""

    others: tuple[str, ...]
    is_number: bool

    def takes(self, text: str) -> bool:
        if self.is_number and not written.is_number("float", text):
            return False
        shapes = {_shape(each) for each in self.others}
        if len(self.others) < _FEWEST or "" in shapes:
            return True
        if len(shapes) == 1 and not set(*shapes) <= {"a", " "}:
            return _shape(text) in shapes
        have_digits = ["0" in each for each in shapes]
        if all(have_digits) or not any(have_digits):
            return ("0" in _shape(text)) == have_digits[0]
        return True


def unpacked(facts: Facts, targets: ast.Tuple | ast.List, source: ast.expr) -> Diagnosis | None:
    """`name, age = line.split(",")`"""
    call = reading.split_call(facts, source)
    known = reading.parts_of(facts, call, source) if call is not None else None
    count = len(targets.elts)
    if call is None or known is None or known[1] == count or not known[0].strip():
        return None
    if isinstance(call.func, ast.Attribute):
        if (letters := made.letters_of(facts, call.func.value)) is not None:
            return letters
    values = (reading.quoted(known[0]), reading.sign_of(call), known[1], count)
    plain = [each for each in targets.elts if isinstance(each, ast.Name | ast.Attribute)]
    names = [place.shown(facts, each) for each in plain]
    if len(names) == count > 1:
        split = _Split(facts, call, source, names)
        found = split.more(known[0]) if known[1] > count else split.fewer(known[0])
        if found is not None:
            return Diagnosis(found[0], (*values, *found[1]))
    return Diagnosis(Kind.SPLIT_UNPACK, values)


_Said = tuple[Kind, tuple[str | int, ...]]


@dataclass(frozen=True, slots=True)
class _Split:
    facts: Facts
    call: ast.Call
    source: ast.expr
    names: list[str]

    @property
    def sign(self) -> str | None:
        """None: any blanks."""
        first = self.call.args[0] if self.call.args else None
        return str(first.value) if isinstance(first, ast.Constant) else None

    def parts(self, text: str) -> list[str]:
        return text.strip().split(self.sign)

    def more(self, text: str) -> _Said | None:
        """One of the parts has the sign in it, and is cut."""
        parts, count = self.parts(text), len(self.names)
        if not all(each.strip() for each in parts) or len(parts) <= count:
            return None  # it is no part that is cut, but a sign too many
        line = lines_beside.line_of(self.facts, text)
        columns = self.columns(line)
        fitting = [at for at in range(count) if _fit(columns, self.joined(parts, at))]
        if self.are_names_fewer(line, parts):
            return self.unnamed(text, line)
        if not fitting:
            return self.with_rest(text, line, columns)
        if len(fitting) == 1 and (instead := self.written(fitting[0])):
            return Kind.SPLIT_CUT, (self.names[fitting[0]], instead)
        one, other = fitting[0], fitting[-1]
        if other == count - 1:  # the one that most often has the rest
            one, other = other, one
        shown = self.written(one), self.written(other)
        if not all(shown) or one == other:
            return None
        return Kind.SPLIT_CUT_EITHER, (self.names[one], shown[0], self.names[other], shown[1])

    def unnamed(self, text: str, line: Line | None) -> _Said | None:
        """Each line has one part more than there are names: the one that has none."""
        parts, count = self.parts(text), len(self.names)
        rows = [self.parts(each) for each in (line.others if line is not None else ())]
        if line is None or not rows or len(parts) != count + 1 or "_" in self.names:
            return None
        if any(len(row) != len(parts) for row in rows):
            return None
        numbers = [_is_made_number(self.facts, name) for name in self.names]
        fitting = [
            at
            for at in range(count, -1, -1)
            if all(self.are_numbers([*row[:at], *row[at + 1 :]], numbers) for row in (parts, *rows))
        ]
        if not fitting or count not in fitting and len(fitting) > 1:
            return None
        at = fitting[0]
        names, source = (
            [*self.names[:at], "_", *self.names[at:]],
            place.in_full(self.facts, self.source),
        )
        instead = f"{', '.join(names)} = {source}"
        if "..." in instead:
            return None
        return Kind.SPLIT_UNNAMED, (line.file, repr(parts[at]), instead)

    @staticmethod
    def are_numbers(parts: list[str], numbers: list[bool]) -> bool:
        """Each of which a number is made can be one."""
        return all(
            written.is_number("float", part)
            for part, is_number in zip(parts, numbers, strict=True)
            if is_number
        )

    def with_rest(self, text: str, line: Line | None, columns: list[_Under]) -> _Said | None:
        """It begins as the others are, and then goes on."""
        parts, count = self.parts(text), len(self.names)
        if line is None or len(self.rows(line)) < _FEWEST or not _fit(columns, parts[:count]):
            return None
        instead = self.written(count - 1)
        if _fit(columns, parts[-count:]) or not instead:
            return None
        rest = (self.sign or " ") + text.strip().split(self.sign, count)[-1]
        return Kind.SPLIT_REST, (line.number, line.file, self.names[-1], instead, repr(rest))

    def are_names_fewer(self, line: Line | None, parts: list[str]) -> bool:
        """Nothing is cut: all the others have more parts, too, or each part is a number."""
        if line is not None and line.others:
            return not self.rows(line)
        return all(map(_NUMBER.fullmatch, map(str.strip, parts)))

    def fewer(self, text: str) -> _Said | None:
        """A line of a file, or of a text in the script, that lacks some."""
        parts, line = self.parts(text), lines_beside.line_of(self.facts, text)
        if line is None:
            return None
        columns = self.columns(line)
        places = list(itertools.combinations(range(len(self.names)), len(parts)))
        fitting = [
            each
            for each in places
            if _fit([columns[at] for at in each], parts) and all(p.strip() for p in parts)
        ]
        if len(fitting) != 1 or len(self.rows(line)) < _FEWEST:
            return Kind.SPLIT_LACKS, (line.file, line.number)
        absent = [name for at, name in enumerate(self.names) if at not in fitting[0]]
        return Kind.SPLIT_LACKS_NAMED, (line.file, line.number, ", ".join(absent))

    def rows(self, line: Line | None) -> list[list[str]]:
        """The parts of the lines beside it that have as many as there are names."""
        others = [self.parts(each) for each in (line.others if line is not None else ())]
        return [each for each in others if len(each) == len(self.names)]

    def columns(self, line: Line | None) -> list[_Under]:
        rows = self.rows(line)
        return [
            _Under(tuple(row[at] for row in rows), _is_made_number(self.facts, name))
            for at, name in enumerate(self.names)
        ]

    def joined(self, parts: list[str], at: int) -> list[str]:
        """As they are if that one is cut, and is put together again."""
        end = at + len(parts) - len(self.names) + 1
        whole = (" " if self.sign is None else self.sign).join(parts[at:end])
        return [*parts[:at], whole, *parts[end:]]

    def written(self, at: int) -> str:
        """The line that gives that one all of it; '' if it is too long."""
        count = len(self.names) - 1
        sign = place.in_full(self.facts, self.call.args[0]) if self.call.args else '" "'
        if 0 < at < count:
            names = [f"*{each}" if n == at else each for n, each in enumerate(self.names)]
            name, source = self.names[at], place.in_full(self.facts, self.source)
            instead = f"{', '.join(names)} = {source}; {name} = {sign}.join({name})"
        else:
            function = self.call.func
            owner = function.value if isinstance(function, ast.Attribute) else function
            limit = f"{sign}, {count}" if self.call.args else f"maxsplit={count}"
            method = "rsplit" if at == 0 else "split"
            instead = f"{place.in_full(self.facts, owner)}.{method}({limit})"
            if isinstance(self.source, ast.Name):
                instead = f"{self.source.id} = {instead}"
        return "" if "..." in instead else instead


def _fit(columns: list[_Under], parts: list[str]) -> bool:
    return all(under.takes(part.strip()) for under, part in zip(columns, parts, strict=True))


def _shape(text: str) -> str:
    """`a a 0` of "Mill Lane 11", and `0` of any number."""
    text = " ".join(text.split())
    if _NUMBER.fullmatch(text):
        return "0"
    return re.sub(r"\d+", "0", re.sub(r"[^\W\d_]+", "a", text))


def _is_made_number(facts: Facts, name: str) -> bool:
    """`float(name)` where the name is known, which has one value."""
    around = scope.function_around(facts) or place.tree_of(facts)
    if around is None or len(scope.bindings(around, name)) != 1:
        return False
    return any(
        isinstance(each, ast.Call)
        and isinstance(each.func, ast.Name)
        and each.func.id in ("int", "float")
        and len(each.args) == 1
        and place.is_name(each.args[0], name)
        for each in scope.in_scope(around)
    )
