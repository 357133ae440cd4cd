"""What an error means, of what was typed or read and what a function gave back, in English: see
sentence.py."""

from __future__ import annotations

from reloader_core.explain.kinds.diagnosis import Kind

READ_SENTENCES: dict[Kind, str] = {
    Kind.NUMBER_WITH_MORE: (
        "{function} takes digits alone, and in the text '{text}' there is '{rest}' as well. Take"
        " that out before it is turned into a number, such as with .replace('{rest}', '')."
    ),
    Kind.NUMBER_GROUPED: (
        "{function} takes no commas between digits, and it got the text '{text}'. If the comma"
        " only groups the digits, take it out first: .replace(',', '')"
    ),
    Kind.SEVERAL_NUMBERS: (
        "{function} makes one number, and the text '{text}' holds several groups of digits. If"
        " these are several numbers, part them first: {instead}"
    ),
    Kind.INT_OF_POWER: (
        "int() takes digits alone, and it got the text '{text}'. float() can read that; for a"
        " whole number, write int(float(...))."
    ),
    Kind.ZERO_COUNTED: (
        "Nothing can be divided by 0, and {what} is still 0, as line {line} has made it: line"
        " {line2}, which adds to it, has not run since. Divide only if {what} is not 0."
    ),
    Kind.ZERO_FIRST: (
        "Nothing can be divided by 0, and the loop in line {line} gives {what} 0 first. Let it"
        " begin with another number, such as: {instead}"
    ),
    Kind.SPLIT_BLANK: (
        "The text that is split here is empty, as an empty line is, so {what} has no item"
        " {index}. Leave empty lines out first, such as with: if line.strip():"
    ),
    Kind.SPLIT_FEWER: (
        "Where it is split at {sign}, the text {text} has this many parts: {length}. They are"
        " counted from 0, so there is none at {index}. Check this text, and whether {sign} is"
        " what stands between the parts."
    ),
    Kind.SPLIT_UNPACK: (
        "Where it is split at {sign}, the text {text} has this many parts: {length}. The names on"
        " the left: {targets}. Check this text, and whether {sign} is what stands between the"
        " parts."
    ),
    Kind.ROW_EMPTY: (
        "{what} is a row of the file with nothing in it, as an empty line is. Leave such rows"
        " out: if {what}:"
    ),
    Kind.ROW_FEWER: (
        "{what} is a row of the file with this many fields: {length}. They are counted from 0, so"
        " there is none at {index}. Look at that line of the file, and at what stands between its"
        " fields."
    ),
    Kind.GROUP_GIVEN: (
        "{function} needs more values here (missing: {missing}), and {what}, which is {type}, is"
        " given as a single one. To give each item in it by itself, write: {instead}"
    ),
    Kind.NO_RETURN_HERE: (
        "{what} is None. {function}() in line {line} has a 'return' in some of its branches only;"
        " where it gets to none of them, it gives back None. Look which case is missing there."
    ),
    Kind.IN_PLACE_USED: (
        "{what} gives back None: .{method}() changes {changed} itself. Write it on a line of its"
        " own, and use {changed} after it."
    ),
    Kind.EMPTIED: (
        "{what} is empty by now: {method} in line {line} has taken out all that was in it. Go on"
        " only as long as something is in it: while {what}:"
    ),
    Kind.EMPTY_TAKEN: (
        "{what} is empty, so nothing can be taken from it. Before this line, decide what is right"
        " then: if not {what}:"
    ),
    Kind.READ_TO_END: (
        "Line {line} has read {what} to its end already, so nothing is left to be read here. Keep"
        " what was read in a variable and use that, or open the file again."
    ),
    Kind.USED_UP: (
        "{what} gives its items only once, and line {line} has taken them already. Keep them in a"
        " list from the beginning: {instead}"
    ),
    Kind.KEY_DEEPER: "{table} itself has no key {key}, but something in it has. Write: {instead}",
    Kind.GRID_SWAPPED: (
        "{what} holds {length} lists, and the first of them {width} items, both counted from 0."
        " So there is no {index}, but the other way round there is: {instead}"
    ),
    Kind.GRID_ROWS_COUNTED: (
        "{what} holds {length} lists, and the first of them {width} items, both counted from 0."
        " So there is no {index}: '{name}' stands for a place in one of these lists here, and line"
        " {line} counts the lists themselves. Write there: {instead}"
    ),
    Kind.GRID_COLUMNS_COUNTED: (
        "{what} holds {length} lists, and the first of them {width} items, both counted from 0."
        " So there is no {index}: '{name}' stands for one of the lists here, and line {line}"
        " counts what is in the first of them. Write there: {instead}"
    ),
    Kind.GRID_MADE_TURNED: (
        "{what} holds {length} lists, and the first of them {width} items, both counted from 0,"
        " just as {what2} does. So there is no {index}. Where rows become columns, line {line} has"
        " to make {width} lists of {length} items: let the two numbers change places there."
    ),
    Kind.ITEM_OTHER_TYPE: (
        "{item} is {type}, and what the list {what} holds is {type2}, as {near}: the two are never"
        " equal. Let both be of one type where they are made: int() makes a number, str() makes"
        " text."
    ),
    Kind.VALUE_NOT_IN_TEXT: (
        "{name} is {item} here, and {text} does not hold that, so .index() finds no place. Decide"
        " what is right then: if {name} not in {text}:"
    ),
    Kind.TYPED_PLACE: (
        "Line {line} asks for a place counted from 1, up to {length}, and Python counts those of"
        " {what} from 0. Make it one less wherever it stands for a place: {instead}"
    ),
    Kind.TYPED_PLACES: (
        "{what} holds {length} lists, and the first of them {width} items, both counted from 0, so"
        " there is no {index}. The lines {line} and {line2} ask for places counted from 1. Make"
        " both one less wherever they stand for a place, as here: {instead}"
    ),
    Kind.GRID_LOOPS_TURNED: (
        "There is no {index}: each of the two loops counts what the other index is used for."
        " If rows are to become columns, write in line {line}: {instead2} and in line"
        " {line2}: {instead3} If not, write here: {instead}"
    ),
    Kind.GRID_OUTSIDE: (
        "{what} holds {length} lists, and the first of them {width} items, both counted from 0."
        " So there is no {index}."
    ),
    Kind.TYPED_MORE: (
        "Where it is split at {sign}, what was typed has more parts than there are names on the"
        " left: {targets}. Type no more of them; or, if what comes last may have {sign} in it,"
        " write: {instead}"
    ),
    Kind.TYPED_PARTS: (
        "Where it is split at {sign}, what was typed has this many parts: {given}. The names on"
        " the left: {targets}. Type as many, or ask for each by itself."
    ),
    Kind.FILE_ENDED: (
        "{what} is at its end, where .readline() gives an empty text. Ask for that before it is"
        " turned into a number, or go through the file with: for line in {what}:"
    ),
}
