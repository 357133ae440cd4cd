"""What a mistake means that keeps a script from being parsed, in English: see sentence.py."""

from __future__ import annotations

from reloader_core.explain.kinds.diagnosis import Kind

SYNTAX_SENTENCES: dict[Kind, str] = {
    Kind.DEF_BRACKETS: (
        "A function needs round brackets after its name, even with nothing in them. Write in line"
        " {line}: def {name}():"
    ),
    Kind.COLON: (
        "Line {line} begins with '{word}', so it must end with a colon. Write : at its end."
    ),
    Kind.BRACKET_OPEN: (
        "The bracket {bracket} in line {line} is never closed. Write {closing} where it ends."
    ),
    Kind.BRACKET_EXTRA: (
        "The bracket {bracket} in line {line} closes nothing: it is one too many. Remove it."
    ),
    Kind.BRACKET_OTHER: (
        "The bracket {opening} in line {line2} is closed by {bracket} in line {line}, which is of"
        " another kind. Use the same kind."
    ),
    Kind.QUOTE: (
        "The text that begins with {quote} in line {line} does not end. Write {quote} where it"
        " ends."
    ),
    Kind.QUOTE_ALONE: (
        "In line {line}, a quotation mark {quote} is alone. A text needs one at its beginning and"
        " one at its end: look which is missing."
    ),
    Kind.QUOTES_MISSING: 'Text needs quotes. In line {line}, write: "{text}"',
    Kind.QUOTES_INSIDE: (
        "The text in line {line} has a quotation mark in it that ends it too early. Put the other"
        " kind of quotation mark around the text."
    ),
    Kind.EQUALS: (
        "In line {line}, = would give '{left}' a value. To compare, write two of them: {left} =="
        " {right}"
    ),
    Kind.INDENT_EXPECTED: (
        "What belongs to line {line2} must be indented. Put {number} more spaces before line"
        " {line}, and before each further line that belongs to line {line2}."
    ),
    Kind.INDENT_UNEXPECTED: (
        "Line {line} is indented further than line {line2} above it, and nothing there asks for it."
        " Let both begin at the same place."
    ),
    Kind.INDENT_FIRST: (
        "Line {line} is indented, and no line above asks for it. Remove the spaces at its"
        " beginning."
    ),
    Kind.INDENT_MISMATCH: (
        "Line {line} is not indented as any of the lines above. Give it exactly as many spaces as"
        " the line that it belongs beside."
    ),
    Kind.INDENT_AS: (
        "Line {line} is not indented as any of the lines above: spaces at its beginning: {number}."
        " Give it as many as line {line2} has: {number2}"
    ),
    Kind.INDENT_AS_EITHER: (
        "Line {line} is not indented as any of the lines above: spaces at its beginning: {number}."
        " If it belongs beside line {line2}, give it as many: {number2}. If it belongs beside line"
        " {line3}: {number3}"
    ),
    Kind.INDENT_LINES: (
        "Line {line} is not indented as any of the lines above: spaces at its beginning: {number}."
        " Move the lines {line} to {line2} together, until line {line} has as many as line"
        " {line3}: {number2}"
    ),
    Kind.INDENT_LINES_EITHER: (
        "Line {line} is not indented as any of the lines above: spaces at its beginning: {number}."
        " Move the lines {line} to {line2} together. If they belong beside line {line3}, line"
        " {line} gets as many spaces as that: {number2}. If they belong beside line {line4}:"
        " {number3}"
    ),
    Kind.TABS: (
        "Line {line} is indented with tabs where other lines have spaces, or the other way round."
        " Use spaces everywhere."
    ),
    Kind.PRINT_STATEMENT: (
        "print needs brackets in Python 3. Write in line {line}, and wherever else they are"
        " missing: print(...)"
    ),
    Kind.OUTSIDE_FUNCTION: (
        "'{word}' in line {line} is not inside a function. Check its indentation: it has to stand"
        " further to the right than the 'def' that it belongs to. Only if it belongs to none,"
        " remove it."
    ),
    Kind.OUTSIDE_LOOP: (
        "'{word}' in line {line} is not inside a loop. Check its indentation, or remove it."
    ),
    Kind.OTHER_QUOTES: (
        "The quotation marks {character} and {other} in line {line} are not those that Python"
        " knows. Type {instead} in place of both, with the keyboard set to English."
    ),
    Kind.OTHER_CHARACTER: (
        "The character {character} in line {line} is not the one that Python knows. Type {instead}"
        " in its place, with the keyboard set to English."
    ),
    Kind.FULL_WIDTH_SPACE: (
        "There is a special space in line {line} that Python does not know, perhaps copied from a"
        " web page. Type usual spaces in its place."
    ),
    Kind.KEYWORD_AS_NAME: (
        "'{word}' in line {line} is a word of Python's own and cannot be a name. Use another one,"
        " such as {word}_."
    ),
    Kind.ELSE_IF: "Python has another word for 'else if'. Write in line {line}: elif",
    Kind.INCREMENT: "Python has no {operator}. Write in line {line}: {instead}",
    Kind.OTHER_OPERATOR: "Python has no {operator}. Write in line {line}: {instead}",
    Kind.ASSIGNED_TO_VALUE: (
        "Left of = in line {line} stands {left}, which is no name and cannot get a value. A name"
        " goes on the left; to compare, use ==."
    ),
    Kind.COMMA: (
        "In line {line} something is missing between {before} and {after}. Put a comma there, or an"
        " operator such as +."
    ),
    Kind.COMMA_AT_END: "Line {line} is one of several items and needs a comma at its end.",
    Kind.WORD_MISSPELT: "'{word}' in line {line} is not understood. Did you mean '{meant}'?",
    Kind.IN_MISSING: "The loop in line {line} lacks the word 'in' before what it goes through.",
    Kind.CONDITION_MISSING: "'{word}' in line {line} needs a condition before the colon.",
    Kind.WITHOUT_PARTNER: (
        "The '{word}' in line {line} belongs to no '{partner}'. It needs the same indentation as"
        " its '{partner}', and has to follow right below the indented lines."
    ),
    Kind.PARTED: (
        "Line {line} is not indented further than the '{word}' in line {line2}, and so it parts"
        " that from its '{partner}'. Indent it, if it belongs to what stands above it, or move it"
        " away."
    ),
    Kind.LEADING_ZERO: (
        "No number may begin with 0, as {number} in line {line} does. Write {instead}, or put it in"
        " quotes if it is text."
    ),
    Kind.BLANK_IN_NAME: "'{name}' in line {line} has a blank, and no name may. Write: {instead}",
    Kind.ESCAPE_OUTSIDE: (
        "{what} stands outside of the quotes in line {line}. Put it into the text, or into quotes"
        ' of its own: "{what}"'
    ),
    Kind.BACKSLASH: (
        "In a text, \\ begins a special character, and in line {line} what follows it is none. Put"
        " an r before the opening quote, or write / in place of \\."
    ),
    Kind.CALL_BRACKETS: (
        "{function} in line {line} needs brackets around what it is given: {function}(...)"
    ),
    Kind.GLOBAL_LATE: (
        "'{name}' is used before line {line} says that it is global. Make that the first line of"
        " the function."
    ),
    Kind.NAME_BEGINS_WITH_DIGIT: (
        "'{name}' in line {line} begins with a digit, and no name may. Begin it with a letter."
    ),
    Kind.SOURCE_NOT_UTF8: (
        "{file} is not saved as UTF-8, which Python expects. Save it in your editor with the"
        " encoding UTF-8."
    ),
}
