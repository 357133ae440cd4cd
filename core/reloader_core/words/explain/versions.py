"""What an error means, of what older and newer Pythons have, in
English: see sentence.py."""

from __future__ import annotations

from reloader_core.explain.kinds.diagnosis import Kind

VERSION_SENTENCES: dict[Kind, str] = {
    Kind.NEEDS_NEWER: (
        "{what} is possible from Python {version} on, and this is Python {version2}. Choose a"
        " newer Python, or leave it out."
    ),
    Kind.NEWER_SYNTAX: (
        "{what} is possible from Python {version} on, and the one that runs this script is older."
        " Choose a newer Python."
    ),
    Kind.RENAMED_MODULE: (
        "Only Python 2 has a module '{name}'. In Python 3 it is called '{instead}'."
    ),
    Kind.MODULE_GONE: (
        "Python has no module '{name}' any more, since version {version}. Look up what took its"
        " place, or choose an older Python."
    ),
    Kind.RENAMED_IN_MODULE: (
        "{full} is from an older version, and is not there any more. Write: {instead}"
    ),
    Kind.PART_NOT_IMPORTED: (
        "{module}.{name} is a module of its own, and 'import {module}' does not bring it along."
        " Write at the top of the file: import {module}.{name}"
    ),
    Kind.ONE_TYPE: (
        "{what}[...] takes one type, and here are several. For a value that may be of either,"
        " write {instead}."
    ),
    Kind.PACKAGE_NAME: (
        "'{name}' is what the package is called when it is installed. In a script it is called"
        " {instead}."
    ),
}
