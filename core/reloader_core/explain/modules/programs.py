"""Programs that are started and computers that are asked: what they get and give back. Pure."""

from __future__ import annotations

import ast
import re

from reloader_core.explain.evidence import origin, place
from reloader_core.explain.evidence.facts import Facts
from reloader_core.explain.evidence.place import called
from reloader_core.explain.evidence.said_by import in_file
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind

_STARTS = ("run", "Popen", "call", "check_call", "check_output")
_OUTPUTS = ("check_output", "run")
_FAILED = re.compile(
    r"Command .* (?:returned non-zero exit status (\d+)|died with <Signals\.\w+: (\d+)>)\.",
    re.DOTALL,
)
_PAIRS = ("bind", "connect", "connect_ex", "create_connection")
_TEXT_OPTIONS = ("text", "encoding", "universal_newlines", "errors")


def with_keyword(facts: Facts, call: ast.Call, keyword: str) -> str:
    """The call as it stands there, with one more argument; '' if it is too long."""
    shown = place.in_full(facts, call)
    if "..." in shown or not shown.endswith(")"):
        return ""
    begin = shown[:-1].rstrip().removesuffix(",")
    return f"{begin}{keyword})" if begin.endswith("(") else f"{begin}, {keyword})"


# -- programs


def text_started(facts: Facts, named: str) -> Diagnosis | None:
    """`command = "ls -l"`, and below `subprocess.run(command)`."""
    call = called(facts, *_STARTS)
    if call is None or not call.args or not isinstance(call.args[0], ast.Name):
        return None
    value, parts = place.known(facts, call.args[0]), named.split()
    if value is None or value.text != named or len(parts) < 2 or set(named) & set("\"'\\|<>&*;"):
        return None
    if any(each.arg == "shell" for each in call.keywords):
        return None
    shown, whole = place.shown(facts, call.args[0]), place.in_full(facts, call)
    begin = f"{place.shown(facts, call.func)}({shown}"
    if "..." in whole or not whole.startswith(begin):
        return None
    instead = f"{begin}.split(){whole.removeprefix(begin)}"
    return Diagnosis(Kind.PROGRAM_TEXT, (shown, facts.line, instead))


def number_in_list(facts: Facts, call: ast.Call, kind: str) -> ast.expr | None:
    """The only number in a list of arguments that has a name."""
    made = origin.value(facts, call.args[0]) if call.args else None
    if not isinstance(made, ast.List):
        return None
    wrong = [each for each in made.elts if place.type_of(facts, each) == kind]
    unknown = [each for each in made.elts if not place.type_of(facts, each)]
    only = wrong or [each for each in unknown if isinstance(each, ast.Name)]
    return only[0] if len(only) == 1 else None


def failed(facts: Facts) -> Diagnosis | None:
    """CalledProcessError"""
    said = _FAILED.fullmatch(facts.error.message)
    if said is None or not in_file(facts, "subprocess.py") or called(facts, *_STARTS) is None:
        return None
    code = int(said[1]) if said[1] else -int(said[2])
    return Diagnosis(Kind.PROGRAM_FAILED, (facts.line, code))


def output_bytes(facts: Facts) -> Diagnosis | None:
    """`subprocess.check_output(...).split("\\n")`, and the same of other bytes."""
    if facts.message != "a bytes-like object is required, not 'str'":
        return None
    for call in place.candidates(facts, ast.Call):
        match call:
            case ast.Call(func=ast.Attribute(value=owner, attr=method), args=[_, *_]):
                if any(place.type_of(facts, each) == "bytes" for each in call.args):
                    continue
                if place.type_of(facts, owner) != "bytes" or not hasattr(bytes, method):
                    continue
                if isinstance(owner, ast.Constant):
                    continue
                shown = place.shown(facts, owner)
                if (start := _started(facts, owner)) is not None:
                    instead = with_keyword(facts, start, "text=True")
                    if instead:
                        return Diagnosis(Kind.OUTPUT_BYTES, (shown, start.lineno, instead))
                begin = f"{shown}.decode().{method}"
                whole = place.in_full(facts, call)
                given = whole.removeprefix(f"{shown}.{method}")
                if "..." not in whole and given != whole:
                    return Diagnosis(Kind.BYTES_METHOD, (shown, f"{begin}{given}"))
    return None


def _started(facts: Facts, what: ast.expr) -> ast.Call | None:
    """The call that started the program whose output this is."""
    made: ast.expr | None = what
    for _ in range(3):
        if isinstance(made, ast.Attribute) and made.attr in ("stdout", "stderr"):
            made = made.value
        elif isinstance(made, ast.Name):
            made = origin.value(facts, made)
    match made:
        case ast.Call(func=ast.Attribute(attr=name) | ast.Name(id=name)) if name in _OUTPUTS:
            if not any(each.arg in (None, *_TEXT_OPTIONS) for each in made.keywords):
                return made
    return None


# -- computers


def address_pair(facts: Facts) -> Diagnosis | None:
    """server.bind(HOST, PORT)"""
    said = re.fullmatch(
        r"(?:\w+\.)*(\w+)\(\) takes exactly one argument \(2 given\)", facts.message
    )
    call = called(facts, *_PAIRS)
    if said is None or call is None or len(call.args) != 2 or call.keywords:
        return None
    if said[1] not in _PAIRS or not isinstance(call.func, ast.Attribute):
        return None
    function = place.shown(facts, call.func)
    given = ", ".join(place.in_full(facts, each) for each in call.args)
    return Diagnosis(Kind.ADDRESS_PAIR, (f"{function}()", f"{function}(({given}))"))


def host_with_more(facts: Facts) -> Diagnosis | None:
    """connect(("http://localhost", 80)): a name is asked for, and no address of a page."""
    hosts = []
    for node in place.in_statement(facts):
        match node:
            case ast.Call(func=ast.Attribute(attr=name) | ast.Name(id=name), args=[first, *_]):
                if name in (*_PAIRS, "gethostbyname", "getaddrinfo", "SMTP", "SMTP_SSL"):
                    is_pair = isinstance(first, ast.Tuple) and len(first.elts) == 2
                    hosts.append(first.elts[0] if is_pair else first)  # type: ignore[attr-defined]
    value = place.known(facts, hosts[0]) if len(hosts) == 1 else None
    text = value.text if value is not None else None
    said = re.fullmatch(r"(?:\w+://)?([\w.-]+)(?::\d+)?(?:/.*)?", text or "")
    if said is None or not re.search(r"://|/|:\d", text or ""):
        return None
    return Diagnosis(Kind.HOST_ADDRESS, (facts.line, repr(text), repr(said[1])))


def post_data(facts: Facts) -> Diagnosis | None:
    """urlopen(url, data=...), of text."""
    said = re.match(r"POST data should be bytes, an iterable of bytes,", facts.message)
    call = called(facts, "urlopen", "open")
    if said is None or call is None or not in_file(facts, "urllib/request.py"):
        return None
    data = _data_of(call)
    if data is None and call.args:
        made = origin.value(facts, call.args[0])
        data = _data_of(made) if isinstance(made, ast.Call) else None
    if data is None:
        return None
    what = place.shown(facts, data)
    if place.type_of(facts, data) not in ("", "str") or "..." in what:
        return None
    return Diagnosis(Kind.POST_DATA, (data.lineno, what, "str", f"{what}.encode()"))


def _data_of(call: ast.Call) -> ast.expr | None:
    named = [each.value for each in call.keywords if each.arg == "data"]
    return next(iter(named or call.args[1:2]), None)


# -- processes


def pool_lambda(facts: Facts) -> Diagnosis | None:
    """pool.map(lambda n: n * n, numbers)"""
    is_said = re.match(
        r"Can't (?:get|pickle) local object|Can't pickle <function (?:.*\.)?<lambda> at ",
        facts.error.message,
    )
    call = called(facts, "map", "starmap", "imap", "imap_unordered", "apply", "submit", "start")
    is_there = in_file(
        facts, "multiprocessing/pool.py", "multiprocessing/reduction.py",
        "multiprocessing/queues.py", "multiprocessing/popen_spawn_posix.py",
    )  # fmt: skip
    if is_said is None or call is None or not is_there:
        return None
    return Diagnosis(Kind.POOL_LAMBDA, (f"{place.shown(facts, call.func)}()",))
