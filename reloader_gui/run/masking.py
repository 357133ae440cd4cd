"""Takes out of a text what nobody else should read: secrets, and where on a disk somebody lives.

A secret is what is given a name such as password, token, key or secret, in the forms in which
programs and people write that; the header of a web request; a password within an address; and what
has the shape of a well-known service's key. Rather too much than too little: the text is for
somebody else's eyes. Pure; any thread.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import partial

MASK = "***"
_SECRET_WORDS = frozenset(
    "password passwords passwd passwort passphrase passcode pass pwd pw token tokens secret secrets"
    " key keys apikey apikeys credential credentials creds auth authorization cookie cookies"
    " session sessionid pin otp".split()
)
_SECRET_ENDS = ("password", "passwd", "passphrase", "token", "secret", "apikey", "accesskey")
_CHINESE = ("密码", "密碼", "口令", "密钥", "密鑰", "令牌")
_WORDS = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+")

_NAME = r"(?<![\w.\-])(?P<name>[\w.\-]++)"
_IS = r":\s*[\w.\[\], |]{1,80}?\s*=(?!=)|:=|=>|==?|!=|[:\uff1a]"
_GIVEN = re.compile(
    rf"{_NAME}(?P<shut>\\?[\"']\]?)?\s*+(?P<is>{_IS})[ \t]*+"
    r"(?P<value>[rbfuRBFU]{0,2}(?P<quote>\\?[\"'])|\S)"
)
_OPTION = re.compile(r"(?<!\S)(?P<option>--?(?P<name>[\w\-]++))(?P<gap>[ \t]+)[^\s\-]\S*")
_HEADER = re.compile(r"(?i)\b(Bearer|Basic|Digest|Negotiate)[ \t]+[\w.~+/=\-]{6,}")
_ADDRESS = re.compile(r"(?P<scheme>\b[a-zA-Z][\w+.\-]{0,20}://)[^\s/\"'<>]+@")
_SHAPES = re.compile(
    r"\b(?:sk|pk|rk)[-_][\w\-]{16,}|\bgh[pousr]_\w{20,}|\bgithub_pat_\w{20,}|\bglpat-[\w\-]{16,}"
    r"|\bxox[abprs]-[\w\-]{10,}|\b(?:AKIA|ASIA)[0-9A-Z]{16}\b|\bAIza[\w\-]{30,}|\bhf_\w{20,}"
    r"|\bpypi-\w{20,}|\beyJ[\w\-]{8,}\.[\w\-]{8,}\.[\w\-]*"
    r"|-----BEGIN [A-Z ]*PRIVATE KEY-----.*?(?:-----END [A-Z ]*PRIVATE KEY-----|\Z)",
    re.DOTALL,
)
_CODE = re.compile(r"[\w.]*[(\[]|\{\s*[\"']|lambda\b|(?:await|not)\s")
_TEXTS = re.compile(r"(\"\"\"|'''|\"|')(?:\\.|(?!\1).)*?(?:\1|$)")
_SORTS = re.compile(r"lambda\b|[\w.]+\s*[(),]|None\b")
_END_OF_WORD = re.compile(r"[\s,;&|)\]}\"'<>]")


def masked(text: str) -> str:
    """Without secrets."""
    text = _SHAPES.sub(MASK, text)
    text = _ADDRESS.sub(rf"\g<scheme>{MASK}@", text)
    text = _HEADER.sub(rf"\1 {MASK}", text)
    text = _OPTION.sub(_option, text)
    return "\n".join(map(_masked_line, text.split("\n")))


def is_secret(name: str) -> bool:
    """Whether what this names is nobody's business: api_key, dbPassword, --token, 密码."""
    if any(word in name for word in _CHINESE):
        return True
    words = [word.lower() for word in _WORDS.findall(name)]
    if not words or words[-1] in ("error", "exception", "warning"):
        return False
    return any(word in _SECRET_WORDS or word.endswith(_SECRET_ENDS) for word in words)


def _option(found: re.Match[str]) -> str:
    return f"{found['option']}{found['gap']}{MASK}" if is_secret(found["name"]) else found[0]


def _masked_line(line: str) -> str:
    done: list[str] = []
    at = 0
    while (found := _GIVEN.search(line, at)) is not None:
        value = found.start("value")
        done.append(line[at:value])
        at = value
        if is_secret(found["name"]):
            shown, at = _instead(line, found)
            done.append(shown)
    return "".join((*done, line[at:]))


def _instead(line: str, found: re.Match[str]) -> tuple[str, int]:
    """What is shown in the place of a secret value, and where the line goes on."""
    at, quote = found.start("value"), found["quote"]
    if quote:
        begin, end = found["value"], _closing(line, found.end("value"), quote)
        return f"{begin}{MASK}{line[end : end + len(quote)]}", end + len(quote)
    rest = line[at:]
    if found["is"] == "=" and found["name"] == "key" and _SORTS.match(rest):
        return "", at  # sorted(names, key=len): an argument of Python's own
    if _CODE.match(rest):  # password = input("Password: "): the texts in it may be one
        return _TEXTS.sub(rf"\1{MASK}\1", rest), len(line)
    if found["is"] in ("==", "!=") or rest.startswith("{"):
        return "", at
    before = line[: found.start("name")].strip(" \t-*#>|").removeprefix("export")
    if not before.strip() and not found["shut"]:
        return MASK, len(line)
    stop = _END_OF_WORD.search(line, at)
    return MASK, stop.start() if stop is not None else len(line)


def _closing(line: str, at: int, quote: str) -> int:
    """Where the text that is open at `at` is closed."""
    while at < len(line):
        if line.startswith(quote, at):
            return at
        at += 2 if line[at] == "\\" and len(quote) == 1 else 1
    return len(line)


def private(text: str, home: str, users: Iterable[str]) -> str:
    """For others to read: masked(), and shortened() for each of the user's names."""
    text = masked(text)
    for user in users:
        text = shortened(text, home, user)
    return text


def shortened(text: str, home: str, user: str) -> str:
    """With `~` for the home folder, and USER where a path or an address has the user's name."""
    for written in _ways_to_write(home):
        pattern = re.escape(written)
        flags = re.IGNORECASE if "\\" in written else 0
        text = re.sub(rf"(?<![\w.\-~]){pattern}(?![\w.\-])", "~", text, flags=flags)
    if len(user) < 2:
        return text
    named = re.escape(user)
    flags = re.IGNORECASE if "\\" in home else 0
    between = rf"(?P<before>[/\\]){named}(?=[/\\\s\"':,;)\]]|$)|(?<![\w.\-]){named}(?=@)"
    instead: Callable[[re.Match[str]], str] = partial(_user, "USER")
    return re.sub(between, instead, text, flags=flags | re.MULTILINE)


def _user(name: str, found: re.Match[str]) -> str:
    return f"{found['before'] or ''}{name}"


def _ways_to_write(folder: str) -> list[str]:
    """In Windows' paths the backslash may be doubled, or a slash."""
    if len(folder) < 3:  # no home is the root of a disk
        return []
    ways = [folder]
    if "\\" in folder:
        ways = [folder.replace("\\", "\\\\"), folder, folder.replace("\\", "/")]
    return ways
