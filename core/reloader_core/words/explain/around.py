"""What an error means that has to do with what is around the script, in English: see
sentence.py."""

from __future__ import annotations

from reloader_core.explain.kinds.diagnosis import Kind

AROUND_SENTENCES: dict[Kind, str] = {
    Kind.FILE_MISSING: (
        "There is no {file} in the folder {folder}. Check how the name is written, and where it is."
    ),
    Kind.FILE_NEAR: (
        "There is no {file} in the folder {folder}, but there is {near}. If that is meant, use that"
        " name, or rename the file."
    ),
    Kind.FOLDER_MISSING: (
        "The folder {folder} does not exist, so {file} cannot be in it. Make the folder first, or"
        " use another one."
    ),
    Kind.NAME_WITH_BREAK: (
        "The name {file} ends with a line break, as lines that are read from a file do. Take it off"
        " with .strip() first."
    ),
    Kind.NAME_WITH_BACKSLASH: (
        "In a text, \\ and a letter stand for a special character, and so there is one in the name"
        " {file}. Put an r before the opening quote, or write / in place of \\."
    ),
    Kind.IS_FOLDER: (
        "{file} is a folder, and only files can be opened. Write the name of a file in it."
    ),
    Kind.NOT_ALLOWED: (
        "{file} may not be opened or changed like this. Perhaps another program has it open, or the"
        " file or its folder is protected."
    ),
    Kind.NOT_THIS_ENCODING: (
        "What is read in line {line} is no text in {encoding}. Open the file with the encoding that"
        ' it was saved in, such as encoding="cp1252", or in mode "rb" if it is no text.'
    ),
    Kind.OTHER_ENCODING: (
        "What is read in line {line} is no text in {encoding}, but it looks like {instead}. Write"
        ' that where it is read: encoding="{instead}", or .decode("{instead}")'
    ),
    Kind.NOT_WRITABLE_TEXT: (
        "The encoding {encoding} lacks a letter that is written here. Open the file with"
        ' encoding="utf-8", here and wherever it is read.'
    ),
    Kind.IN_OTHER_PROGRAM: (
        "{file} is open in another program, such as Excel, which lets nobody else write to it."
        " Close it there, and run the script again."
    ),
    Kind.NOT_JSON: (
        "What is read here is no JSON: at line {line}, column {column} of it Python cannot read on."
        " Print it, and look at that place and at what stands before it."
    ),
    Kind.JSON_EMPTY: (
        "Nothing is in what is read here, so it is no JSON. Leave out an empty line; and if a file"
        " has nothing in it yet, do not read it, or delete it."
    ),
    Kind.JSON_PAGE: (
        "What is read here begins with <, so it is a page of the web or XML, and no JSON. Print it"
        " to see what it is."
    ),
    Kind.JSON_SINGLE: (
        "At line {line}, column {column} of this JSON stands a single quote. JSON knows double"
        " quotes only."
    ),
    Kind.JSON_COMMA: (
        "At line {line}, column {column} of this JSON, a comma stands before a closing bracket."
        " Remove the comma."
    ),
    Kind.JSON_MORE: (
        "At line {line}, column {column} of this JSON, something follows what is complete already."
        " If each line is a value by itself, read the lines one by one with json.loads()."
    ),
    Kind.JSON_WORD: (
        "At line {line}, column {column} of this JSON stands {word}, and JSON writes {instead} for"
        " it."
    ),
    Kind.PORT_IN_USE: (
        "Port {port} is in use, by another program or by a run whose connections are not over yet."
        " Use another port, or try again in a minute."
    ),
    Kind.PORT_IN_USE_BY: (
        "Port {port} is in use by {program} (process {pid}). End that, or use another port."
    ),
    Kind.WINDOW_CLOSED: "Its window was closed, and so it ended. There is no error to mend.",
    Kind.MEMORY: (
        "There is not enough memory for what line {line} makes. Work with less at a time, or look"
        " for a loop that adds to something without an end."
    ),
    Kind.KILLED: (
        "It was ended from outside, without a word (signal 9). The system does that when memory"
        " runs out; else another program or somebody did."
    ),
    Kind.JSON_WITH_BOM: (
        "The text that is read here begins with an invisible mark (a BOM), which JSON does not"
        ' have. Open the file with encoding="utf-8-sig".'
    ),
    Kind.KEY_WITH_BOM: (
        "'{table}' has the key {key} only with an invisible mark before it (a BOM), which the file"
        ' begins with. Open the file with encoding="utf-8-sig".'
    ),
    Kind.NUMBER_WITH_BOM: (
        "There is an invisible mark (a BOM) before the number, which the file begins with, so"
        ' {function} cannot read it. Open the file with encoding="utf-8-sig".'
    ),
    Kind.NEAR_MODULE: "There is no module '{name}'. Did you mean '{near}'?",
    Kind.NEAR_MODULE_USED: (
        "There is no module '{name}'. Did you mean '{near}'? Write it so in all of these lines:"
        " {lines}"
    ),
    Kind.NOT_FOUND_MODULE: (
        "This Python has no module '{name}', and no file {name}.py is beside your script. If it is"
        " a package, it must be installed first."
    ),
    Kind.HIDDEN_PACKAGE: (
        "Your own file {file} is imported here, and not Python's own module, so there is no"
        " '{name}'. If you mean Python's, rename {file}."
    ),
    Kind.NEAR_IMPORT: "The module '{module}' has no '{name}'. Did you mean '{near}'?",
    Kind.NOT_IN_IMPORTED: "The module '{module}' has no '{name}'. Check how it is written.",
}
