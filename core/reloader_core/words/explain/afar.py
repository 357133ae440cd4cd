"""What an error means, of what was done far from the line that failed, in English: see
sentence.py."""

from __future__ import annotations

from reloader_core.explain.kinds.diagnosis import Kind

AFAR_SENTENCES: dict[Kind, str] = {
    Kind.DEFAULT_SHARED: (
        "The {value} in line {line} is made only once, so all calls of {function} that give no"
        " {name} put into the same one. Write there {name}=None, and as the first line of the"
        " function: {instead}"
    ),
    Kind.SHARED_BY_ALL: (
        "'{name}' in line {line} belongs to the class, so all its objects put into the same"
        " one. Give each object its own: write in __init__(): {instead}"
    ),
    Kind.ONE_UNDER_TWO: (
        "{what} and {what2} are one and the same since line {line}, and no copy. So what line"
        " {line2} takes out of one of them is gone from both. For a copy, write in line {line}:"
        " {instead}"
    ),
    Kind.RESULT_DROPPED: (
        "Line {line} leaves {what} as it is: {method} gives a new text, and nothing keeps that."
        " Write there: {instead}"
    ),
    Kind.NOT_STORED: (
        "'{name}' is still 0, because line {line} calculates a new value and nothing keeps"
        " that. Write there: {instead}"
    ),
    Kind.LOCAL_ONLY: (
        "'{name}' still has what it began with: in line {line}, {function} gives a value to a"
        " variable of its own of that name. To change the one outside, write 'global {name}' as"
        " the first line of {function}."
    ),
    Kind.LOCAL_BEGUN: (
        "'{name}' still has what it began with: {function} has a variable of its own of that"
        " name. To change the one outside, write 'global {name}' as the first line of"
        " {function}, and take line {line} away, which would begin it anew at each call."
    ),
    Kind.WRAPPER_RETURNS: (
        "{what} is None: by @, {function} has put {name} in its place, and that calls the"
        " function in line {line} without giving back what comes of it. Write there: {instead}"
    ),
    Kind.WRAPPER_ENDS: (
        "{what} is None: by @, {function} has put {name} in its place, and that gives nothing"
        " back. Write as the last line of {name}: {instead}"
    ),
    Kind.BEGUN_BY_GET: (
        "{table}.get() gives None for a {key} that is not in it yet. Say what to begin with:"
        " {instead}"
    ),
    Kind.SKIPPED_IN_LOOP: (
        "The loop in line {line} goes through {what} while line {line2} takes items out of it,"
        " so it skips the one behind each of them, which is left in. Collect what is to stay in"
        " a new list instead."
    ),
    Kind.SPLIT_BLANKS: (
        "split(' ') in line {line} gives empty texts, too: where two blanks stand side by side,"
        " where one stands at an end, and for an empty text. With nothing in its brackets, it gives"
        " none of these. Write there: {instead}"
    ),
    Kind.LENGTH_ALWAYS: (
        "{what} is empty, and the loop in line {line} goes on all the same, as its condition is"
        " true then, too. Write in it: {instead}"
    ),
    Kind.KEYS_ADDED: (
        "Line {line} puts only the keys of the dictionary into {what}, one by one. To put in"
        " the dictionary itself, write there: {instead}"
    ),
    Kind.LOOP_NAME_TWICE: (
        "The loops in lines {line} and {line2} stand one in the other and both count with"
        " '{name}', so the inner one changes the number of the outer one. Give the inner one"
        " another name, and use that where it is meant."
    ),
    Kind.LAMBDA_LATE: (
        "The lambda in line {line} looks at '{name}' only when it is called, and by then the"
        " loop has gone on. To keep what '{name}' is in its round, write there: {instead}"
    ),
    Kind.OWN_FUNCTION: (
        "{function} is not Python's own here: the one in line {line} of {file} has taken its"
        " name. If Python's own is meant, give that function another name."
    ),
    Kind.REDEFINED: (
        "There are two functions {function}: that in line {line2} has taken the place of that"
        " in line {line}, which is meant here. Give one of them another name."
    ),
    Kind.COMMA_BETWEEN: (
        "A comma is missing behind {text} in line {line}, so Python takes it and the text"
        " behind it as one. Write it there."
    ),
    Kind.FLOW_LENGTH: (
        "{what} gives its items one by one and does not know how many there are. A list does."
        " Write in line {line}: {instead}"
    ),
    Kind.COUNT_RETURNED: (
        "{what} is a number, and a loop cannot go through one: line {line} gives back how many"
        " there are, and not the items themselves. Write there: {instead}"
    ),
    Kind.MOST_OF_TEXTS: (
        "{what} is text, as all in {items} are, and of texts {function} compares the letters."
        " Make numbers of them where they come from. Write in line {line}: {instead}"
    ),
    Kind.DATES_AS_TEXT: (
        "{what} and {what2} are text, as .strftime() makes them. Calculate with the times"
        " themselves, and write them as text only where they are shown. In line {line}:"
        " {instead} and in line {line2}: {instead2}"
    ),
    Kind.SUM_OF_OTHERS: (
        "sum() adds up numbers, and in {what} there is also {type}. Look at what is put into it."
    ),
    Kind.SUM_OF_EACH: (
        "sum() adds up numbers, and {what} is text here. Make a number of it in its brackets:"
        " {instead}"
    ),
    Kind.SUM_UNCALLED: (
        "In {what} there are functions and not what they give back: in line {line}, the round"
        " brackets that call it are missing. Write there: {instead}"
    ),
    Kind.MIXED_BY_KEY: (
        "{function} compares what {what} gives for each item. For one of them that is {type},"
        " for another {type2}, and these cannot be compared. Look for the one that is different,"
        " and put it right or leave it out first."
    ),
    Kind.NONE_BY_KEY: (
        "{function} compares what {what} gives for each item. For one of them that is None,"
        " which cannot be compared with {type}. Let it give a value for that one, too, or leave"
        " it out first."
    ),
    Kind.FORMAT_BRACES: (
        "For .format(), each pair of curly brackets in the text is a place for a value, also"
        " the one that begins before {text}. Write those twice that are meant as such: {{{{ and"
        " }}}}"
    ),
    Kind.KEY_TURNED: (
        "{table} has no key {key}, but the same two in the other order: {key2}. Ask for that"
        " one if the first is not there, or put in both."
    ),
    Kind.EMPTY_BY_TYPE: (
        "{what} is empty, because the comparison in line {line} is never true: {one} is {type}"
        " and {other} is {type2}, and these are never equal. Make both of one type, with int()"
        " or str()."
    ),
    Kind.LISTED_NAMES: (
        "os.listdir() in line {line} gives names without their folder, so '{name}' is looked"
        " for in another one. Put the folder in front: {instead}"
    ),
    Kind.STAR_HIDES: (
        "{function} is not Python's own here: 'from {module} import *' in line {line} has"
        " brought another one of that name. Import only what you use of it: import {module}"
    ),
    Kind.PARAMETER_REPLACED: (
        "{what} is still empty: line {line} makes a new list, which only {function} knows, and"
        " the one that it was given stays as it is. To put into that one, write there: {instead}"
    ),
    Kind.ROWS_SHARED: (
        "All rows of {what} are one and the same list, because line {line} multiplies a single"
        " row. So what is put into one of them stands in all. Write there: {instead}"
    ),
    Kind.OVERWRITTEN_IN_LOOP: (
        "{what} was {type} in line {line}, and the loop gives that name to something else in"
        " line {line2}. Choose another name there."
    ),
    Kind.NEAR_IN_LIST: (
        "{item} is not in the list {what}, but {near} is. Only the same letters, capitals and"
        " blanks are found: change one of the two, or take blanks off with .strip()."
    ),
    Kind.LENGTH_PASSED: (
        "{function} has called itself so often that Python stopped it: the length of '{name}'"
        " is {length} by now, and the case in line {line} that is to end it does not hold for"
        " that. Write in that line: {instead}"
    ),
    Kind.NONE_DEFAULT: (
        "{what} is None: line {line} makes that the value of '{name}' where nothing is given"
        " for it, as in line {line2}. Give it there, or ask before it is used: if {what} is not"
        " None:"
    ),
    Kind.NONE_TAKEN: (
        "{what} is None, because {source} in line {line} was None for this one: the data have"
        " no value there. Give it one in line {line}, or ask before it is used: if {what} is not"
        " None:"
    ),
    Kind.BRANCH_ENDS: (
        "{what} is None where nothing follows any more, and None has no .{attribute}. Ask"
        " first, and go on only where there is one: if {what} is not None:"
    ),
    Kind.WALKED_PAST: (
        "The loop in line {line} has come to the end without finding it: {what} is None there."
        " Write there: {instead} and go on below the loop only if there is one: if {what} is not"
        " None:"
    ),
    Kind.NOT_SET_HANDLED: (
        "'{name}' has no value, because an error came before it could get one (line {lines}),"
        " and the 'except {error}' in line {line} gives it none either. Give it one below that"
        " 'except', too."
    ),
    Kind.MOST_BY_LETTERS: (
        "{what} is text, as all in {items} are, and of texts {function} compares the letters,"
        " so a number made of it may be that of another one. Make numbers of them where they are"
        " put into {items}."
    ),
    Kind.UNSET_BY_TYPE: (
        "'{name}' has no value, because the comparison in line {line} is never true: {one} is"
        " {type} and {other} is {type2}, and these are never equal. Make both of one type, with"
        " int() or str()."
    ),
    Kind.NONE_IN_FIRST_ROUND: (
        "{what} is None: line {line} ends {function} as soon as one is not the right one, also"
        " where the right one comes later. Take the 'else' with it away, and write 'return None'"
        " below the loop that begins in line {line2}."
    ),
    Kind.FOUND_OVERWRITTEN: (
        "{what} is None, because line {line} sets '{name}' to None again in each round that has"
        " another one, also after it was found. Write 'break' as a new line below line {line2},"
        " so that the loop ends where it is found."
    ),
    Kind.KEYS_UNPACKED: (
        "{what} is text, because a dictionary gives its keys where it is taken apart into"
        " several names. For its values, write in line {line}: {instead}"
    ),
    Kind.MOST_BY_KEY: (
        "{what} is text, and so line {line} has compared letters: it may have chosen another"
        " one. Write there {instead} and make a number of {what} here, too, with float()."
    ),
    Kind.GOES_ON_AT_END: (
        "{function} has called itself so often that Python stopped it: where the 'if' in line"
        " {line} is true, it goes on all the same and calls itself again. Write 'return' as the"
        " last line of that 'if', indented like the others in it."
    ),
    Kind.STEPPED_PAST: (
        "{function} has called itself so often that Python stopped it: '{name}' is less than"
        " {value} by now. It is made smaller by more than 1 at once, so it can pass over the case"
        " in line {line}. Add below that line's 'if' what {function} gives back where '{name}' is:"
        " {values}"
    ),
    Kind.PASSED_END: (
        "{function} has called itself so often that Python stopped it: '{name}' is less than"
        " {value} by now, and the case in line {line} that is to end it does not hold for that."
        " Say above it what is to be given back then: if {name} < {value}:"
    ),
    Kind.ROW_PASSED: (
        "{function} has called itself so often that Python stopped it: '{name}' is less than"
        " {value} by now. It is made smaller by more than 1 at once, so it can pass over the case"
        " in line {line}. Another case is needed above that line, indented as that; in the row of"
        " Fibonacci's numbers it is: {instead}"
    ),
}
