"""What an error means, where something was not found or never given a value, in English: see
sentence.py."""

from __future__ import annotations

from reloader_core.explain.kinds.diagnosis import Kind

UNFOUND_SENTENCES: dict[Kind, str] = {
    Kind.FOUND_NEAR: (
        "{what} is None, because {function} has found no {text} by the comparison in line"
        " {line}. There is {near}, which is nearly the same. If that is meant, write it so in"
        " line {line2}, too."
    ),
    Kind.FOUND_NEAR_ASK: (
        "{what} is None, because {function} has found no {text} by the comparison in line"
        " {line}. There is {near}, which is nearly the same. For what is not found, write below"
        " line {line2}, indented as that: {check} And below it, indented further, what is to be"
        " done then."
    ),
    Kind.FOUND_NONE: (
        "{what} is None, because {function} has found no {text} by the comparison in line"
        " {line}. For what is not found, write below line {line2}, indented as that: {check} And"
        " below it, indented further, what is to be done then."
    ),
    Kind.EMPTY_NEAR: (
        "{what} is empty, because the comparison in line {line} has found no {text}. There is"
        " {near}, which is nearly the same. If that is meant, write it so in line {line2}, too."
    ),
    Kind.NONE_BY_NEAR: (
        "Nothing has been found for {what}, because the 'if' in line {line} was never true:"
        " {name} is {text}, and the data have {text2}, which is nearly the same. If that is"
        " meant, write in line {line2}, in place of {text}: {text2}"
    ),
    Kind.NONE_BY_NEAR_HERE: (
        "Nothing has been found for {what}, because the 'if' in line {line} was never true: it"
        " asks for {text}, and the data have {text2}, which is nearly the same. If that is"
        " meant, write there: {text2}"
    ),
    Kind.BRANCH_NOT_GIVEN: (
        "{what} is None: {function} gives '{name}' a value in line {lines}, and does not give"
        " it back. Write below line {line}, indented as that: {instead}"
    ),
    Kind.BRANCHES_NOT_GIVEN: (
        "{what} is None: {function} gives '{name}' a value in these lines and does not give it"
        " back: {lines}. Write below line {line}, indented as the 'if' in line {line2}:"
        " {instead}"
    ),
    Kind.NONE_AT_FIRST: (
        "{what} is still None here, as it begins in line {line}, and None cannot be compared."
        " Write in line {line2}: {instead}"
    ),
    Kind.NONE_AT_FIRST_TWICE: (
        "{what} is still None here, as it begins in line {line}, and None cannot be compared."
        " Write in line {line2}: {instead} And in line {line3}: {instead2}"
    ),
    Kind.NONE_IN_ROW_ASK: (
        "{what} is None here, as line {line} has it: {text}. If a value may be missing there,"
        " ask for that first. Write in line {line2}: {instead}"
    ),
    Kind.NONE_IN_ROW_PASS: (
        "{what} is None here, as line {line} has it: {text}. If a value may be missing there,"
        " pass over it. Write above line {line2}, indented as that: {check}"
    ),
    Kind.ENDED_BEHIND: (
        "{what} is None, because {function} has come to its end behind line {line}, where no"
        " 'return' follows. Write below line {line}, indented as that: return, and behind it"
        " what is right then."
    ),
    Kind.NONE_IN_ROW_PART: (
        "{what} is None here, as line {line} has it: {text}. If a value may be missing there,"
        " pass over it. Write in line {line2}, in place of {code}: {instead}"
    ),
    Kind.GOT_NO_NUMBER: (
        "{what} is None, because {table} has no key {key}, so .get() in line {line} found"
        " nothing. If 0 is right for what is missing there, write in line {line}: {instead}"
    ),
    Kind.GOT_NOTHING_ASK: (
        "{what} is None, because {table} has no key {key}, so .get() in line {line} found"
        " nothing. For what is missing there, write below line {line2}, indented as that: {check}"
        " And below it, indented further, what is to be done then."
    ),
    Kind.PARAMETER_OR_NEW: (
        "Nothing is called '{name}' here, and {function} has a parameter '{near}'. If that is"
        " meant, write it in place of '{name}' in these lines: {lines}. If not, give '{name}' a"
        " value above them."
    ),
}
