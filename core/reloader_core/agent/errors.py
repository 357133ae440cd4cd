"""What is told of the exception that ended the script, or of a mistake that was saved."""

import builtins
import os

_COMPILED = (".pyx", ".pxi", ".pxd", "_cy.py")


def is_absent(path):
    """Compiled by Cython where the package was made: its frames name the file by its place there,
    such as `pandas/_libs/lib.pyx`, and it is not here."""
    return path.endswith(_COMPILED) and not os.path.exists(path)


def only_one(error):
    """What a group (PEP 654) holds if that is one exception: a task's, for which asyncio's
    TaskGroup or trio's nursery waited. The group itself tells only where that was left. Of Python's
    own classes issubclass() asks nothing of the script's."""
    group, found = getattr(builtins, "BaseExceptionGroup", None), error  # from 3.11 on
    while group is not None and issubclass(type(found), group):
        inside = group.exceptions.__get__(found)
        if len(inside) > 1:
            return error
        found = inside[0]
    return found if issubclass(type(found), Exception) else error


def describe_syntax_error(error, path):
    text = str(error.text or "").strip()
    file = os.path.abspath(error.filename or path)
    return type(error).__name__, str(error.msg), file, str(error.lineno or 0), text


def describe_error(value, not_users):
    """The uncaught exception that ends the script: type, message, file, line, source; ()
    where it is none. The line is not looked for in `not_users`, folders."""
    if value is None or isinstance(value, (SystemExit, KeyboardInterrupt)):
        return ()
    value = only_one(value)
    kind = type(value).__name__
    try:
        message = str(value)
    except BaseException:  # it is code of the script's
        message = ""
    if isinstance(value, SyntaxError) and value.filename and value.filename[:1] != "<":
        return describe_syntax_error(value, "")
    place = ("", "0")
    traceback = value.__traceback__
    while traceback is not None:
        code = traceback.tb_frame.f_code
        path = os.path.abspath(code.co_filename)
        if code.co_filename[:1] != "<" and not path.startswith(not_users) and not is_absent(path):
            place = (path, str(traceback.tb_lineno))
        traceback = traceback.tb_next
    return (kind, message, *place)
