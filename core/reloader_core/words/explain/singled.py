"""What an error means, where one of many things was not as the others, in English: see
sentence.py."""

from __future__ import annotations

from reloader_core.explain.kinds.diagnosis import Kind

SINGLED_SENTENCES: dict[Kind, str] = {
    Kind.BOUND_NO_RETURN: (
        "{what} is None, because {function} in line {line} has no 'return' where {name} is"
        " exactly {value}: line {line2} leaves out the bound itself. If that branch is meant for"
        " it, write there: {instead}"
    ),
    Kind.RANGE_NO_RETURN: (
        "{what} is None, because {function} in line {line} has no 'return' for this case:"
        " {condition}. Write below its last line, indented as its first 'if': return, and behind"
        " it what is right then."
    ),
    Kind.CASE_NO_RETURN: (
        "{what} is None, because {name} is {value}, and {function} in line {line} has no"
        " 'return' for that. Add an 'elif' for it, or write below its last line, indented as its"
        " first 'if', what is given back for all others."
    ),
    Kind.EMPTY_NOT_ALIKE: (
        "{what} is empty, because the comparison in line {line} has found no {text}. There is"
        " {near}, which is written differently. Write it so in line {line2}, too."
    ),
    Kind.EMPTY_NOT_SAME: (
        "{what} is empty, because the comparison in line {line} has found no {text}. There is"
        " {near}, which is written differently. To find it all the same, write there: {instead}"
    ),
    Kind.FILE_NAME_SHORT: (
        "The table {what} has no column {key}. In {name} there is {near}, which seems to mean"
        " the same, with one of the two shortened. If so, write {near} in place of {key} in"
        " these lines: {lines}"
    ),
    Kind.NONE_WRITTEN: (
        "{what} is None here, as line {line} has it: {text}. Write there in place of None what"
        " it is to be, such as 0 for a number."
    ),
    Kind.INNER_LACKS: (
        "'{table}' is {what} here, which has no {key}, and all others beside it have one. Add"
        " it in line {line} or, if it may be missing there, write: {instead}"
    ),
    Kind.NEAR_KEY_TYPED_AT: (
        "'{table}' has no key {key}, which was typed in line {line}, but it has {near}. To take"
        " it with capital and small letters alike, write here: {instead}"
    ),
    Kind.NUMBER_UNMATCHED: (
        "{name} is None, because the pattern in line {line} wants a number with a decimal"
        " point, and the one in the text {text} has none. Write there {instead} in place of"
        " {code}."
    ),
    Kind.TEXT_PASSED: (
        "{name} is None, because the pattern in line {line2} does not fit the text {text}, so"
        " nothing was found in line {line}. Change the pattern, or pass over such texts. Write"
        " below line {line}: {check} And below line {line3}: {check2}"
    ),
    Kind.TEXT_TAKEN_PASSED: (
        "{name} is None, because the pattern in line {line2} does not fit the text {text}, so"
        " nothing was found in line {line}. Change the pattern, or pass over such texts. Write"
        " below line {line}: {check} And in line {line3}: {instead}"
    ),
    Kind.TEXT_PUT_PASSED: (
        "{name} is None, because the pattern in line {line2} does not fit the text {text}, so"
        " nothing was found in line {line}. Change the pattern, or pass over such texts. Write"
        " below line {line}: {check} And in place of line {line3}: {instead} and below it:"
        " {instead2}"
    ),
    Kind.WHOLE_GIVEN: (
        "Line {line} gives {function} all of {what}, and {function} works with one at a time."
        " That one is {name}, by the loop in line {line2}. Write in line {line}: {instead}"
    ),
    Kind.TEXT_UNPACKED_PASSED: (
        "{name} is None, because the pattern in line {line2} does not fit the text {text}, so"
        " nothing was found in line {line}. Change the pattern, or pass over such texts. Write"
        " below line {line}: {check} And in place of line {line3}: {instead} and below it,"
        " indented the same: {check2} and below that: {instead2}"
    ),
    Kind.TEXT_CAPITALS: (
        "{name} is None, because the pattern in line {line} does not fit the text {text}: it"
        " would, but for capital and small letters. To take both as the same, write in line"
        " {line2}: {instead}"
    ),
}
