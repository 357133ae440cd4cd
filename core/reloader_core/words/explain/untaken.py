"""What an error means, where something has not run that would have been needed, in English: see
sentence.py."""

from __future__ import annotations

from reloader_core.explain.kinds.diagnosis import Kind

UNTAKEN_SENTENCES: dict[Kind, str] = {
    Kind.NO_BRANCH: (
        "None of the branches of the 'if' in line {line} was taken, and only these give '{name}' a"
        " value. Widen the condition that should have been true, or write an 'else:' below them"
        " that gives '{name}' a value for all other cases."
    ),
    Kind.NO_BRANCH_FOR: (
        "{what} is {value} here, so none of the branches of the 'if' in line {line} was taken, and"
        " only these give '{name}' a value. Widen the condition that is meant for {value}, or"
        " write an 'else:' below them that gives '{name}' a value for all other cases."
    ),
    Kind.LOCAL_NOT_COME: (
        "'{name}' has no value here: {function}() gives it one only in line {lines}, which belongs"
        " to the 'if' or loop in line {line} and has not run. Give it one above line {line}, for"
        " the case that it does not run."
    ),
    Kind.SUM_OF_TEXT: (
        "{what} is text, and '{name}' begins as a number in line {line}, so numbers are to be"
        " added up. Make a number of the text: {instead}"
    ),
    Kind.EMPTY_BY_CASE: (
        "{what} is empty, because the 'if' in line {line} was never true: {name} is changed by"
        " .{method}() in line {line2}, and {other} is not, as {text}. Write in line {line}:"
        " {instead}"
    ),
    Kind.NONE_BY_CASE: (
        "{what} is None, because {function}() has found nothing: {name} is changed by .{method}()"
        " in line {line2}, and {other} is not, as {text}. Write in line {line}: {instead}"
    ),
    Kind.REMOVED_BEFORE: (
        "{item} is not in {what} any more: {function}(), called in line {line}, has removed it"
        " already. Take line {line2} away."
    ),
    Kind.TAKEN_OUT: (
        "{item} was in {what} at first, and has been taken out of it since: that is done in"
        " line {lines}. Take away the line that should not take it out, or give it the right"
        " condition. Only if it may be gone by right, ask first: if {check}:"
    ),
    Kind.MAY_BE_TAKEN: (
        "{item} is not in {what}. Line {lines} takes things out of it as well, so it"
        " may be gone already, or it is written differently. Print {what} above this line to see"
        " which of them it is. Only if it may be missing by right, ask first: if {check}:"
    ),
    Kind.NONE_BEHIND_NEXT: (
        "At the last one, {what} is None, which has no .{attribute}, and the loop in line {line}"
        " asks for {name} only. Write there: {instead}"
    ),
    Kind.BEGUN_OTHERWISE: (
        "'{name}' has no value yet that could be changed. Line {line} gives one to '{near}', which"
        " is called nearly so. Write '{near}' in place of '{name}' in line {lines}."
    ),
    Kind.NOT_COME_IN_LOOP: (
        "'{name}' has no value here: only line {line} gives it one, and the 'if' in line {line2}"
        " that it belongs to was never true. Give it one above line {line3}, where the loop"
        " begins, for the case that nothing is found."
    ),
    Kind.NOT_COME_PRINTED: (
        "'{name}' has no value here: only line {line} gives it one, and the 'if' in line {line2}"
        " that it belongs to was never true. Write above line {line3}, where the loop begins,"
        " indented as that: {instead}"
    ),
    Kind.NONE_BY_LETTERS: (
        "Nothing has been found for {what}, because the 'if' in line {line} was never true: {name}"
        " is {text}, and the data have {text2}, which Python takes for another text. Write in line"
        " {line2}, in place of {text}: {text2}"
    ),
    Kind.NONE_BY_LETTERS_HERE: (
        "Nothing has been found for {what}, because the 'if' in line {line} was never true: it"
        " asks for {text}, and the data have {text2}, which Python takes for another text. Write"
        " there: {text2}"
    ),
    Kind.TAKEN_OUT_TWICE: (
        "{item} was in {what} at first, and line {line} itself has taken it out of it before,"
        " so this time it is gone. If that may come, write in a new line above line {line},"
        " indented as that: if {check}: Line {line}, and all that is right only then, belongs"
        " below it, indented further, and what is right for one that is gone below an else:"
        " behind that."
    ),
}
