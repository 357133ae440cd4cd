"""What an error means, of what came from elsewhere, in English: see sentence.py."""

from __future__ import annotations

from reloader_core.explain.kinds.diagnosis import Kind

TRACED_SENTENCES: dict[Kind, str] = {
    Kind.NOT_KEPT_AS_WAS: (
        "{what} is None here: it has what line {line} got from {function}, which gives back nothing"
        " where its end is come to. If '{name}' is to stay as it is then, write below line {line2},"
        " indented as line {line3}: {instead}"
    ),
    Kind.ZERO_LENGTH_IF: (
        "Nothing can be divided by 0, and {what} is 0, because '{items}' is empty. If it may not be"
        " empty, look at where it gets its values. If it may, write above line {line}, indented as"
        " that, what is to be given back then, such as: {instead}"
    ),
    Kind.ZERO_LENGTH_LOOP: (
        "Nothing can be divided by 0, and {what} is 0, because '{items}' is empty in this round of"
        " the loop. To pass over such a round, write above line {line}, indented as that: {instead}"
    ),
    Kind.ZERO_LENGTH_ELSE: (
        "Nothing can be divided by 0, and {what} is 0, because '{items}' is empty. If it may not be"
        " empty, look at where it gets its values. If it may, write in line {line}: {instead}"
    ),
    Kind.ZERO_LENGTH_LEFT: (
        "Nothing can be divided by 0, and {what} is 0, because '{items}' is empty. To leave out"
        " what is empty, write above line {line}, indented as that: {instead} (A 0 would not do:"
        " line {line2} looks for the smallest.)"
    ),
    Kind.RECURSION_END: (
        "{function} always calls itself again (in line {lines}), so it never ends. It needs a case"
        " in which it does not. Write above line {line}, indented as that, or change it for"
        " another end: {instead}"
    ),
    Kind.ARGUMENTS_TURNED: (
        "Line {line} gives {function} {one} for '{name}' and {other} for '{name2}': these two stand"
        " the wrong way round. Write there: {instead}"
    ),
    Kind.NO_NUMBER_TIMES: (
        "{what} is the text {text} here, of which no number can be made as it stands, and a text"
        " cannot be multiplied by {other}, which is a number (float). Look at where {what} gets"
        " its value."
    ),
    Kind.WORD_FIRST: (
        "sum() adds up numbers, and {what} begins with the text {text}, which is no number. If"
        " all behind it are numbers, take only those: {instead}"
    ),
    Kind.WORD_FIRST_COUNTED: (
        "sum() adds up numbers, and {what} begins with the text {text}, which is no number. If"
        " all behind it are numbers, take only those: {instead}, and for how many they are:"
        " {instead2}"
    ),
    Kind.WORD_GIVEN: (
        "sum() adds up numbers, and {what} begins with the text {text}, which is no number. If"
        " all behind it are numbers, give the function only those. Write in line {line}: {instead}"
    ),
    Kind.SUM_WITH_WORD: (
        "sum() adds up numbers, and in {what} there is the text {text}, which is no number. Look"
        " where it comes from, and leave it out of what sum() gets."
    ),
    Kind.WRITTEN_FROM_1: (
        "The {length} places of {what} are counted from 0, so there is none at {number}. The"
        " numbers for '{name}' (line {line}) go from 1 to {length}. If they are counted from 1,"
        " write above line {line2}, indented as that: {instead} If not, correct them."
    ),
    Kind.KEY_OF_OTHER: (
        "'{table}' has no key {key}, which the loop in line {line} takes from {what}. Add it, with"
        " its value, to the dictionary of line {line2}; or, to pass over such a key, write above"
        " line {line3}, indented as that: {instead}"
    ),
    Kind.NEAR_KEY_TYPED: (
        "'{table}' has no key {key}, which was typed in line {line}, but it has {near}. To take it"
        " with capital and small letters alike, write there: {instead}"
    ),
    Kind.NEAR_KEY_WRITTEN: (
        "'{table}' has no key {key}, but {near}, which is nearly the same. If that is meant,"
        " correct the text in line {line}, where {key} stands."
    ),
    Kind.NEAR_KEY_IN_FILE: (
        "'{table}' has no key {key}, but {near}, which is nearly the same. If that is meant,"
        " correct the text in line {line} of the file {file}, where {key} stands."
    ),
    Kind.EMPTY_COMPARED: (
        "{what} is empty, because the comparison in line {line} is never true: {one} is {type}"
        " and {other} is {type2}, and these are never equal. Compare there in this way:"
        " {instead}"
    ),
    Kind.EMPTY_PASSED_OVER: (
        "{what} is empty, because the comparison in line {line} is always true, so that"
        " everything is passed over: {one} is {type} and {other} is {type2}, and these are never"
        " equal. Compare there in this way: {instead}"
    ),
    Kind.EMPTY_PASSED_BY_TYPE: (
        "{what} is empty, because the comparison in line {line} is always true, so that"
        " everything is passed over: {one} is {type} and {other} is {type2}, and these are never"
        " equal. Make both of one type, with int() or str()."
    ),
    Kind.TEXTS_SPLIT: (
        "{what} is text, because .split() in line {line} gives texts. Make numbers of all of"
        " them there. Write: {instead}"
    ),
    Kind.WRITTEN_TOO_FAR: (
        "Items are counted from 0, so the last of the {length} places of {what} is {number2}, and"
        " there is none at {number}. '{name}' is {number}, which stands in line {line}. Write there"
        " a number from 0 to {number2}."
    ),
    Kind.NO_RETURN_CHANGED: (
        "{what} is None, because {function}() in line {line} changes what it is given, and gives"
        " nothing back. Write in line {line2} the call alone: {instead} Or write at the end of"
        " {function}(): {instead2}"
    ),
    Kind.SUM_FROM: (
        "sum() adds numbers, and there is text in {what}. Make numbers where it gets its values."
        " Write in line {line}: {instead}"
    ),
    Kind.TEXTS_TYPED: (
        "{text} and {text2} are text, because input() gives text. For numbers, write in line"
        " {line}: {instead} And in line {line2}: {instead2}"
    ),
    Kind.ZERO_IN_FILE: (
        "Nothing can be divided by 0, and {what} is 0: so it stands in line {line} of the file"
        " {file}, {text}. Correct it there. Or, if it may be 0, say what is right then, in a new"
        " line above this one, such as: {instead}"
    ),
    Kind.ZERO_IN_SCRIPT: (
        "Nothing can be divided by 0, and {what} is 0: so it stands in line {line}, {text}."
        " Correct it there. Or, if it may be 0, say what is right then, in a new line above this"
        " one, such as: {instead}"
    ),
    Kind.BOUND_LEFT_OUT: (
        "{what} is {value} here, and none of the branches of the 'if' in line {line} takes that,"
        " so that '{name}' has got no value: line {line2} leaves out the bound itself. If that"
        " branch is meant for it, write there: {instead}"
    ),
    Kind.BOUNDS_LEFT_OUT: (
        "{what} is {value} here, and none of the branches of the 'if' in line {line} takes that,"
        " so that '{name}' has got no value: line {line2} leaves out the bound itself. If that"
        " branch is meant for it, write there: {instead} No branch takes these, either: {values}"
    ),
    Kind.RETURNED_SHORTER: (
        "{what} has {length} values and {what2} has {width}, and here they belong together one"
        " by one: {function} gives fewer values than it gets, because its loop in line {line}"
        " leaves out some at an end. Give in place of {what2} only those that belong to them:"
        " {instead}"
    ),
    Kind.CONVOLVED_SHORTER: (
        "{what} has {length} values and {what2} has {width}, and here they belong together one"
        " by one: with the mode valid, convolve() leaves out values at both ends. For as many as"
        " there were, write in line {line}: {instead}"
    ),
    Kind.COUNT_COMPARED: (
        "Nothing can be divided by 0, and {what} is still 0, because the comparison in line"
        " {line} is never true: {one} is {type} and {other} is {type2}, and these are never"
        " equal. Compare there in this way: {instead}"
    ),
    Kind.ZERO_COUNTED_IF: (
        "Nothing can be divided by 0, and {what} is still 0, as line {line} has made it: line"
        " {line2}, which adds to it, has not run since. If that may be so, write above line"
        " {line3}, indented as that, what is to be given back then, such as: {instead}"
    ),
    Kind.ZERO_COUNTED_ELSE: (
        "Nothing can be divided by 0, and {what} is still 0, as line {line} has made it: line"
        " {line2}, which adds to it, has not run since. If that may be so, write in line {line3}:"
        " {instead}"
    ),
    Kind.ZERO_ALIKE: (
        "Nothing can be divided by 0, and {what} is 0: line {line} takes {name2} from {name},"
        " and both are {value} here. Look where these come from. Or, if they may be the same,"
        " say what is right then, in a new line above this one, such as: {instead}"
    ),
    Kind.ZERO_ALIKE_IN: (
        "Nothing can be divided by 0, and {what} is 0: line {line} takes {name2} from {name},"
        " and both are {value} here, as line {line2} has it. Correct it there. Or, if they may"
        " be the same, say what is right then, in a new line above this one, such as:"
        " {instead}"
    ),
    Kind.EMPTY_BY_BOUNDS: (
        "{what} is empty: line {line} alone puts something into it, and only where the test"
        " in line {line2} holds, which leaves out the bounds themselves ({value}). If these"
        " belong in it, write there: {instead} Otherwise, if nothing may be in it, ask for"
        " that above this line: if not {what}:"
    ),
}
