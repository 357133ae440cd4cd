"""The exceptions before the one that ended the script, and what may be told of an exception.

As values.py: nothing that the script's own code has a part in. Loaded when a script has crashed.
"""

import builtins
import os

part = globals()["part"]  # see sitecustomize.py
values = part("values")
_MOST = 5
_MOST_SAID = 200
_MOST_ENTRIES = 20_000
_MOST_FRAMES = 12
_ADDRESSES = ("port", "address", "addr", "sa", "sockaddr", "server_address")

_plain = BaseException.__dict__
_cause_of, _context_of = _plain["__cause__"].__get__, _plain["__context__"].__get__
_hides_context, _args_of = _plain["__suppress_context__"].__get__, _plain["args"].__get__
traceback_of = _plain["__traceback__"].__get__
_files_of = [OSError.__dict__[each].__get__ for each in ("filename", "filename2")]


def causes(error, is_own):
    """Of each, the first one first: whether it was named as the cause ('cause') or was being
    handled ('context'), type, message, and where in the user's files: file, line, function."""
    found, seen = [], {id(error)}
    while len(found) < _MOST:
        link, before = "cause", _cause_of(error)
        if before is None and not _hides_context(error):
            link, before = "context", _context_of(error)
        if before is None or id(before) in seen:
            break
        seen.add(id(before))
        error = before
        found.append((link, values.type_name(error), message(error), *place(error, is_own)))
    return found[::-1]


def message(error):
    """As Python prints it; '' where that would run code of somebody's."""
    args = _args_of(error)
    if not all(values.is_simple(each) and values.is_short(each) for each in args):
        return ""
    bases = values.bases_of(type(error))
    for kind in bases:
        if "__str__" in values.own_names_of(kind):
            break
    if builtins.__dict__.get(values.name_of(kind)) is not kind:
        return ""
    if any(each is OSError for each in bases):
        files = [file(error) for file in _files_of]
        if not all(values.is_simple(each) for each in files):
            return ""
    said = kind.__str__(error)
    return said[:_MOST_SAID] if type(said) is str else ""


def port(error):
    """That which a library was to listen at, as far as its frames tell, the innermost first; 0 if
    they do not."""
    frames, entry = [], traceback_of(error)
    while entry is not None and len(frames) < _MOST_ENTRIES:
        frames.append(entry.tb_frame)
        entry = entry.tb_next
    for frame in frames[: -_MOST_FRAMES - 1 : -1]:
        local = frame.f_locals
        local = dict(local) if frame.f_code.co_flags & 1 else {}
        owner = values.instance_names(local["self"]) if "self" in local else {}
        for found in [local.get(each) for each in _ADDRESSES] + [owner.get("server_address")]:
            if type(found) is tuple and len(found) > 1:
                found = found[1]
            if type(found) is int and 0 < found < 1 << 16:
                return found
    return 0


def place(error, is_own):
    """The innermost frame of the user's; ('', 0, '') if there is none."""
    entry, count, found = traceback_of(error), 0, ("", 0, "")
    while entry is not None and count < _MOST_ENTRIES:
        code = entry.tb_frame.f_code
        if is_own(code.co_filename):
            found = os.path.abspath(code.co_filename), entry.tb_lineno, code.co_name
        entry, count = entry.tb_next, count + 1
    return found
