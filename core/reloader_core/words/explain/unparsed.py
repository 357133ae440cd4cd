"""What more keeps a script from being parsed, in English: see sentence.py."""

from __future__ import annotations

from reloader_core.explain.kinds.diagnosis import Kind

UNPARSED_SENTENCES: dict[Kind, str] = {
    Kind.PAGE_MARK: (
        "Line {line}, {mark}, was copied along from a web page or a chat, and is no part of"
        " the script. Remove it, and the same at the end of the code."
    ),
    Kind.FORMAT_EMPTY: (
        "The text in line {line} that begins with f has curly brackets with nothing in them."
        " Write in them what is to be shown, such as the name of a variable."
    ),
    Kind.FORMAT_TWICE: (
        "The text in line {line} begins with f, and .format() is behind it: only one of them"
        " can fill in the curly brackets. Take away the f."
    ),
    Kind.FORMAT_SIGN: (
        "In the text in line {line}, {sign} stands inside the curly brackets, where only what"
        " is calculated belongs. Write: {instead}"
    ),
    Kind.FORMAT_OPEN: (
        "In the text in line {line} that begins with f, a curly bracket is not closed. Write:"
        " {instead}"
    ),
    Kind.FORMAT_EXTRA: (
        "In the text in line {line} that begins with f, a }} closes nothing. Remove it; to"
        " show it, write two of them."
    ),
    Kind.LINE_CONTINUED: (
        "In line {line}, something stands behind the \\ that joins it to the next line, if"
        " only a blank. Nothing may: the \\ has to be the last character of the line."
    ),
    Kind.HYPHEN_IN_MODULE: (
        "'{name}' in line {line} has a - in it, and no name in an import may. If it is a file"
        " of yours, give it the name {instead}, here and in its folder; many packages are"
        " imported by another name than they are installed by."
    ),
    Kind.GIVEN_INSIDE: (
        "In line {line}, = cannot give '{name}' a value in the middle of a condition. Write :="
        " there: {instead}"
    ),
    Kind.NAME_IN_QUOTES: (
        "{text} in line {line} is text, and only a name without quotes can get a value. Write:"
        " {instead}"
    ),
    Kind.ASSIGNED_BACKWARDS: (
        "What gets a value stands left of =, and in line {line} it stands right of it. Write:"
        " {instead}"
    ),
    Kind.TARGET_BRACKETS: (
        "Several values for each round of a 'for' in brackets need round brackets of their"
        " own. Write in line {line}: {instead}"
    ),
    Kind.RETURN_WITHOUT_DEF: (
        "'return' in line {line} gives a value back from a function, and this file has no"
        " function. To show the value, write there: {instead}"
    ),
    Kind.RETURN_ENDS_SCRIPT: (
        "'return' in line {line} is in no function, and ends nothing but a function. To end"
        " the script there, write: raise SystemExit"
    ),
    Kind.RETURN_IN_LOOP: (
        "'return' in line {line} is in no function, and ends nothing but a function. To end"
        " the loop, write: break. To end the script, write: raise SystemExit"
    ),
    Kind.AS_MISSING: ("The word 'as' is missing in line {line} before the name. Write: {instead}"),
    Kind.DEF_MISSING: ("A function begins with 'def'. Write in line {line}: {instead}"),
    Kind.COLON_EXTRA: (
        "Line {line} ends with a colon, and is nothing that lines below it belong to. Remove"
        " the colon."
    ),
    Kind.COMMA_EXTRA: (
        "In line {line}, a comma has nothing before it. Remove it, or write what is missing there."
    ),
    Kind.POINT_FOR_COMMA: (
        "In line {line}, a point stands between two values where a comma belongs. Write , in"
        " its place."
    ),
    Kind.TWO_IN_LINE: (
        "Line {line} holds two statements, and each needs a line of its own. Begin a new line"
        " with: {second}"
    ),
    Kind.CONFLICT: (
        "Line {line} is a mark of Git's: two versions of the lines around ======= stand here,"
        " one below the other. Keep what is right, and remove the other and the lines with"
        " <<<<<<<, ======= and >>>>>>>."
    ),
    Kind.UNIT_BEHIND: (
        "{text} in line {line} is neither a number nor a name. If a number is meant, write"
        ' {number} alone; if it is text, put it in quotes: "{text}"'
    ),
    Kind.GLOBAL_OUTSIDE: (
        "'global {name}' in line {line} is in no function, and outside of them it is not needed."
        " Remove it there, and write it as the first line of each function that gives {name} a"
        " value."
    ),
    Kind.BRACKET_UNOPENED: (
        "A {bracket} in line {line} closes nothing. Either a {opening} is missing before it, where"
        " what it is to hold together begins, or one {bracket} of that line is too many."
    ),
    Kind.FILTER_BEHIND: (
        "A condition that leaves something out stands behind the 'for' in such brackets. Write in"
        " line {line}: {instead}"
    ),
    Kind.BODY_BEHIND: (
        "What belongs to the '{word}' in line {line2} stands behind its colon already, so line"
        " {line} cannot be indented below it. Begin a new line behind that colon; or let line"
        " {line} begin where line {line2} does, if it does not belong to it."
    ),
    Kind.QUOTE_OTHER: (
        "The text that begins with {quote} in line {line} does not end: {other} ends only what"
        " begins with {other}. Write: {instead}"
    ),
    Kind.PREFIX_APART: (
        "The {sign} in line {line} belongs right before the quotation mark. Take away the blank"
        " between the two."
    ),
    Kind.INDENT_LINE: (
        "Line {line} belongs to line {line2} and must be indented further than that. Put {number}"
        " more spaces before line {line}."
    ),
    Kind.INDENT_FROM: (
        "What belongs to line {line} must be indented. Put {number} more spaces before each of the"
        " lines {line2} to {line3}, and before each further line that belongs to line {line}."
    ),
    Kind.INDENT_OR_PASS: (
        "Line {line} needs at least one line below it that is indented further. If line {line2}"
        " belongs to it, put {number} more spaces before that line, and before each further one"
        " that belongs to it. If there is nothing to do yet, write below line {line}, indented:"
        " pass"
    ),
    Kind.INDENT_BACK: (
        "Line {line} is indented further than line {line2} above it, and nothing there asks for it."
        " Take away {number} spaces at the beginning of line {line}."
    ),
    Kind.INDENT_BACK_LINES: (
        "The lines {line} to {line2} are indented further than what stands above them asks for."
        " Take away {number} spaces at the beginning of each of them."
    ),
    Kind.INDENT_ABOVE: (
        "Line {line} parts line {line2} from the block that it belongs to. Put {number} more spaces"
        " before line {line}, so that it is in that block as well."
    ),
    Kind.INDENT_BY_TAB: (
        "What belongs to line {line2} must be indented. Put one more tab before line {line}, and"
        " before each further line that belongs to line {line2}."
    ),
    Kind.ESCAPED_LINE: (
        "'{word}' in line {line} is outside of {function}, which begins in line {line2}. Give line"
        " {line} as many spaces at its beginning as the first line inside of that function has:"
        " {number}"
    ),
    Kind.ESCAPED_LINES: (
        "'{word}' in line {line} is outside of {function}, which begins in line {line2}. Put"
        " {number} more spaces before each of the lines {line3} to {line4}, so that they are in"
        " that function."
    ),
    Kind.ESCAPED_LOOP: (
        "'{word}' in line {line} is not inside a loop: the one from line {line2} ends above it. If"
        " it is meant, put {number} more spaces before each of the lines {line3} to {line4}, and"
        " before each further line that belongs to the loop."
    ),
    Kind.TAB_LINE: (
        "Line {line} is indented with tabs, and other lines with spaces. Remove what stands at its"
        " beginning, and put as many spaces there: {number}"
    ),
    Kind.SPACE_LINE: (
        "Line {line} is indented with spaces, and other lines with tabs. Remove what stands at its"
        " beginning, and put as many tabs there: {number}"
    ),
    Kind.TAB_LINES: (
        "The lines {line} to {line2} are indented with tabs, and other lines with spaces. Put"
        " {number} spaces in place of each tab at the beginning of those lines."
    ),
    Kind.BRACKET_END: (
        "In line {line}, {bracket} is never closed: {closing} is missing at the end. Write:"
        " {instead}"
    ),
    Kind.BRACKETS_END: (
        "In line {line}, brackets are opened and never closed: {number}. Write: {instead}"
    ),
    Kind.BRACKET_BELOW: (
        "In line {line}, {bracket} is never closed. Write {closing} in a line of its own below line"
        " {line2}."
    ),
}
