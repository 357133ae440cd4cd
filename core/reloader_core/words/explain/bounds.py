"""What an error means, of loops that go too far, numbers without a result and lists of unlike
lengths, in English: see sentence.py."""

from __future__ import annotations

from reloader_core.explain.kinds.diagnosis import Kind

BOUNDS_SENTENCES: dict[Kind, str] = {
    Kind.LOOP_AHEAD: (
        "The loop in line {line} lets {index} become {number}, and the length of {what} is"
        " {length}: its last place is one less, as counting begins at 0. Write there: {instead}"
    ),
    Kind.LOOP_OR_LIST: (
        "The loop in line {line} lets {index} become {number}, and the last place of {what} is one"
        " less, as counting begins at 0. Let the loop end earlier: {instead} Or, if {what} is to"
        " have that place too, write in line {line2}: {instead2}"
    ),
    Kind.LIST_ONE_SHORT: (
        "The loop in line {line} goes up to {number}, and the last place of {what} is one less, as"
        " counting begins at 0. Make it one longer. Write in line {line2}: {instead}"
    ),
    Kind.LOOP_BY_OTHER: (
        "The loop in line {line} goes by {name}, which is {number}, and the length of {what} is"
        " {length}. If it is to go through {what} and no farther, write there: {instead} If not,"
        " find out what {what} lacks."
    ),
    Kind.GUARD_TOO_WIDE: (
        "The test in line {line} lets {index} be {number}, and the length of {what} is {length}:"
        " its last place is one less, as counting begins at 0. Write there: {instead}"
    ),
    Kind.GRID_LAST: (
        "{what} holds {length} lists, and the first of them {width} items, both counted from 0."
        " So there is no {index}: '{name}' says how many there are, and the last place is one"
        " less. For the last one, write: {instead}"
    ),
    Kind.SHIFTED_PAST: (
        "{index} is {number} here, and the last place of {what} is {last}. If what goes past its"
        " end is to go on at its beginning, write in line {line}: {instead}"
    ),
    Kind.PUT_BEHIND: (
        "{what}[{index}] = ... changes an item that is there already, and adds none: {what} (begun"
        " in line {line}) has the length {length} so far. To add one at its end, write here:"
        " {instead}"
    ),
    Kind.COUNTED_FROM_1: (
        "{call} counts from 1 to {most}, and the {length} places of {what} are counted from 0."
        " Write: {instead}"
    ),
    Kind.NUMBER_OUTSIDE: (
        "{call} has a result only for numbers from {low} to {high}, and {what} is {number} here."
        " Decide what is right for others, and ask before this line: {instead}"
    ),
    Kind.ROUNDED_PAST: (
        "{call} has a result only for numbers from {low} to {high}, and {what} is {number} here: a"
        " little past that, because numbers with a point are rounded. Write: {instead}"
    ),
    Kind.ONLY_BETWEEN: (
        "{call} has a result only for numbers from {low} to {high}, and {what} is none of them"
        " here. Decide what is right for others, and ask before this line: {instead}"
    ),
    Kind.ONLY_ABOVE: (
        "{call} has no result for a number that is too small: it begins at {low}. Decide what is"
        " right for others, and ask before this line: {instead}"
    ),
    Kind.ZERO_WITH_ITSELF: (
        "The divisor {what} is 0 where {name} is {name2} itself: the loops in line {line2} and in"
        " line {line} go through the same, and each meets itself there once. Leave that out. Write"
        " right below line {line}: {instead}"
    ),
    Kind.RECURSION_ALWAYS: (
        "Whatever {name} is, {function} calls itself again (in line {lines}), so it never ends. It"
        " needs a case in which it gives something back without that. Write one above line {line},"
        " for the {name} at which it is to end: if {name} == ...: return ..."
    ),
    Kind.END_BELOW: (
        "{function} calls itself in line {line}, above the 'if' in line {line2} that is to end it,"
        " so it never comes to that. Move this whole 'if' (lines {line2} to {line3}) up, to right"
        " above line {line}."
    ),
    Kind.CHAIN_EMPTY: (
        "{what} is {whole} here, and that is None, so there is not even a first one. Ask for that"
        " in a new line right above line {line}, indented as that line: {instead}"
    ),
    Kind.CHAIN_FIRST: (
        "{what} is {whole} here, and that is None, as there is not even a first one yet. So the new"
        " one becomes the first. Write in a new line right above line {line}, indented as that"
        " line: {instead}"
    ),
    Kind.ROW_SHORT: (
        "{what} has {length} items, and {what2} has {length2}: the rows are not equally long."
        " Counted from 0, {what} has none at {index}. Fill in what it lacks; or, if rows may be"
        " shorter, ask before this line: {instead}"
    ),
    Kind.ROW_SHORT_IN: (
        "{what} has {length} items, and {what2} has {length2}: the rows are not equally long."
        " Counted from 0, {what} has none at {index}. It is the row in line {line}: fill in there"
        " what it lacks; or, if rows may be shorter, ask before this line: {instead}"
    ),
    Kind.RECURSION_NEARER: (
        "{function} calls itself in line {line} with the very values that it was given, so it"
        " never comes to the end that line {line2} asks for. Give it what comes nearer to that,"
        " such as: {instead}"
    ),
    Kind.APPENDED_OUTSIDE: (
        "{what} has {length} values and {what2} has {length2}, because line {line} stands behind"
        " the loop in line {line2} and runs only once. Indent line {line} as far as what is in the"
        " loop, so that it belongs to it."
    ),
    Kind.ROUNDS_UNLIKE: (
        "The loop in line {line} puts {length} values into {what}, and {what2} has {length2}. To"
        " get as many, write there: {instead}"
    ),
    Kind.WRITTEN_SHORTER: (
        "{what} has {length} values, and {what2}, written out in line {line}, has {length2}. Here"
        " they belong together one by one: add to {what2} what is missing, or take out of {what}"
        " what is too much."
    ),
    Kind.WRITTEN_UNLIKE: (
        "{what}, written out in line {line}, has {length} values, and {what2} has {length2}, as has"
        " {name}, which line {line2} draws with it. So give {what} as many, too: {length2}"
    ),
    Kind.PIECE_SHORTER: (
        "{key} is only the rest of {what}, whose length is no multiple of {count}: the keys have"
        " {count} characters. To leave the rest out, write in line {line}: {instead}"
    ),
    Kind.BRANCH_LACKS: (
        "Of the branches of the 'if' in line {line}, the one in line {line2} was taken, and it"
        " alone gives '{name}' no value. Give it one there, in a new line below line {line3}:"
        " {name} = ..."
    ),
    Kind.RECURSION_SAME: (
        "{function} calls itself in line {line} with the very {what} that it was given, so it"
        " never ends. The loop in line {line2} goes through what is in that, and '{item}' is one"
        " of those things. Write in line {line}: {instead}"
    ),
    Kind.RECURSION_STAYS: (
        "{function} calls itself in line {line} with {name} as it was given, and whether it"
        " ends depends on {name} alone (line {lines}), so it never does. Hand over in line"
        " {line} what comes nearer to that end in place of {name}."
    ),
    Kind.RECURSION_TURNED: (
        "{function} calls itself in line {line} with {name} as it was given, and whether it"
        " ends depends on {name} alone (line {lines}), so it never does. The two values are in"
        " the wrong order. Write there: {instead}"
    ),
}
