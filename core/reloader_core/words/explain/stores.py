"""What an error means, of databases, and files that lie elsewhere, in English: see sentence.py."""

from __future__ import annotations

from reloader_core.explain.kinds.diagnosis import Kind

STORES_SENTENCES: dict[Kind, str] = {
    Kind.SQL_WORD: (
        "{text} is a word of SQL itself and can be no name as it stands. Take another name, or put"
        ' it in double quotes: "{text}"'
    ),
    Kind.SQL_COMMA: (
        "In the SQL statement a comma stands before {text}, and nothing between them. Remove the"
        " comma."
    ),
    Kind.SQL_MEMORY: (
        "Each connect(\":memory:\") makes a new and empty database, so a table '{table}' that was"
        " made through one is not there in another. Connect once, and hand that connection on."
    ),
    Kind.SQL_TABLE_NEAR: "The database has no table '{table}'. Did you mean '{near}'?",
    Kind.SQL_COLUMN_NEAR: "There is no column {column}. Did you mean {near}?",
    Kind.SQL_SEVERAL: (
        "{function} runs a single statement, and here it gets several. Give each to a call of its"
        " own, or use executescript()"
    ),
    Kind.SQL_NAMED: (
        "The statement has a place for :{name}, and there is nothing of that name among the"
        " values. Write the key as it is in the statement."
    ),
    Kind.SQL_BY_NAME: (
        "{item} is a tuple: a database gives rows without the names of their columns. Take them by"
        " their place, such as {item}[0], or set row_factory = sqlite3.Row at the connection"
        " first."
    ),
    Kind.SQL_NO_ROW: (
        "{call} gave None, as there is no row, or none left. Test it first: if row is not None:"
    ),
    Kind.SQL_OF_CONNECTION: (
        "sqlite3 itself has no {name}(): it belongs to a connection. Write db ="
        " sqlite3.connect(...) first, and then: db.{name}(...)"
    ),
    Kind.SQL_OF_CURSOR: (
        "The rows are had from what execute() gives, and not from the connection. Keep that, or"
        " write in one: {what}.execute(...).{name}()"
    ),
    Kind.SQL_MANY: (
        "executemany() takes rows, each of them a tuple, and an item of {what} is {type}. For rows"
        " of one value each, write: [(item,) for item in {what}]; for a single row, use execute()."
    ),
    Kind.SQL_THREAD: (
        "A connection can be used only in the thread that has made it, and line {line} runs in"
        " another one. Call sqlite3.connect() in this thread as well."
    ),
    Kind.SQL_OPEN: (
        "The database {what} can be neither opened nor made. Check that its folder is there, as"
        " only the file is made anew, and that it is no folder itself."
    ),
    Kind.SQL_NO_DATABASE: (
        "The file that was given to connect() is there, but is no SQLite database, as line {line}"
        " finds out. Check its name."
    ),
    Kind.SQL_COLUMN_TWICE: "The table is to have two columns called {column}. Rename one of them.",
    Kind.MODULE_BELOW: (
        "There is no module '{name}' beside your script, but there is {file}. If that is meant,"
        " write: {instead}"
    ),
    Kind.MODULE_ABOVE: (
        "There is no module '{name}' beside your script, but {file} is in the folder above, where"
        " Python does not look. If that is meant, move one of the two, so that they lie side by"
        " side."
    ),
    Kind.MODULE_FILE: (
        "There is no {name}.py beside your script, but there is {file}. Rename it to {name}.py."
    ),
    Kind.PART_MISSING: (
        "In {module} there is no {part}, but there is {near}. If that is meant, write that name."
    ),
    Kind.FILE_BELOW: (
        "There is no {file} in the folder {folder}, but there is one below it. If that is meant,"
        ' write: "{found}"'
    ),
    Kind.FILE_BESIDE: (
        "{file} lies beside your script, but it is looked for in the folder that the script works"
        " in now: {folder}. Write its whole path, or: os.path.join(os.path.dirname(__file__), ...)"
    ),
    Kind.NAME_IS_ADDRESS: (
        "This is opened as a file of this computer, and {file} is an address in the web. Fetch"
        " what is there first, as with urllib.request.urlopen()"
    ),
    Kind.NAME_WITH_TILDE: (
        "Only terminals know ~ as your own folder, so {file} is looked for in a folder that is"
        ' called ~. Write: os.path.expanduser("{file}")'
    ),
    Kind.IS_FILE: (
        "{file} is a file, and a folder is needed here. Write the name of a folder; where files may"
        " be among them, ask first: if os.path.isdir(...):"
    ),
    Kind.FOLDER_NOT_EMPTY: (
        "The folder {file} has something in it, and only an empty one can be removed. To remove it"
        ' with all that is in it: shutil.rmtree("{file}")'
    ),
    Kind.FOLDER_EXISTS: (
        "The folder {file} is there already. If that is no problem, write: {instead}"
    ),
    Kind.FOLDER_REMOVED: (
        "{file} is a folder, and {function} removes files only. If the folder is to go, with all"
        " that is in it, write: {instead}"
    ),
    Kind.FILE_REMOVED: ("{file} is a file, and {function} removes folders only. Write: {instead}"),
    Kind.SAME_FILE: (
        "{file} would be copied onto itself: both names mean the same file. Give the copy another"
        " name."
    ),
}
