"""What pygame says of windows, pictures and events, and discord.py and others of bots. pygame is
written in C, so its words are said in the script's own line. Pure but for missing(), which looks
where the file is."""

from __future__ import annotations

import ast
import re

from reloader_core.explain.evidence import place
from reloader_core.explain.evidence.facts import Facts
from reloader_core.explain.evidence.place import called
from reloader_core.explain.evidence.said_by import is_by, meaning, message, raised_in, saying
from reloader_core.explain.files import files
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind

_GAME = (
    saying(Kind.GAME_NOT_READY, "pygame error",
           r"(?:video system|font) not initialized|display Surface quit"),
    saying(Kind.GAME_NO_WINDOW, "pygame error",
           r"(?:Display mode not set|No video mode has been set|cannot convert without"
           r" pygame\.display initialized|No convert)"),
    saying(Kind.GAME_FORMAT, "pygame error",
           r"(?:Unsupported image format|Unrecognized (?:music|sound|audio) (?:format|file type))"),
)  # fmt: skip
_BOTS = (
    saying(Kind.BOT_ASYNC, "discord TypeError",
           r"(?:Callback must be a coroutine|event registered must be a coroutine function|command"
           r" callback must be a coroutine)"),
    saying(Kind.BOT_NO_TOKEN, "discord TypeError",
           r"expected token to be a str, received NoneType instead"),
    saying(Kind.BOT_TOKEN, "discord LoginFailure", r"Improper token has been passed"),
    saying(Kind.BOT_TOKEN, "telegram InvalidToken", r""),
    saying(Kind.BOT_PRIVILEGED, "discord PrivilegedIntentsRequired", r""),
    saying(Kind.BOT_COMMAND_TWICE, "discord CommandRegistrationError",
           r"The command (?P<name>\w+) is already an existing command"),
)  # fmt: skip


def no_sound(facts: Facts) -> Diagnosis | None:
    """Where pygame.init() was called, there may be no loudspeaker."""
    is_said = re.match(r"mixer(?: system)? not initialized", message(facts))
    tree = place.tree_of(facts)
    if is_said is None or tree is None or not is_by(facts, "pygame", "error"):
        return None
    for node in ast.walk(tree):
        match node:
            case ast.Call(func=ast.Attribute(attr="init" | "quit") | ast.Name(id="init" | "quit")):
                return None
    return Diagnosis(Kind.GAME_NOT_READY, (facts.line,))


def said(facts: Facts) -> Diagnosis | None:
    """What needs nothing but the message."""
    return meaning(facts, _GAME) or meaning(facts, _BOTS)


def missing(facts: Facts) -> Diagnosis | None:
    """pygame tells of a file in words of its own."""
    told = re.fullmatch(
        r"No file '([^'\n]+)' found in working directory '([^'\n]+)'\.?", message(facts)
    )
    is_its = facts.told.get("type") == "FileNotFoundError" or is_by(facts, "pygame", "error")
    if told is None or not is_its or facts.is_raised or not facts.is_innermost:
        return None
    return files.of_missing(told[1], told[2])


_SAID: tuple[tuple[Kind, tuple[str, ...], str], ...] = (
    (Kind.GAME_RECT, ("rect", "Rect", "ellipse", "arc", "fill", "collidepoint", "colliderect"),
     r"[Rr]ect argument is invalid$|Argument must be rect style object$"),
    (Kind.GAME_POINT, ("circle", "line"),
     r"(?:center|start_pos|end_pos) argument must be a pair of numbers$"
     r"|Invalid (?:start_pos|end_pos|center) argument$"),
    (Kind.GAME_TEXT, ("render",), r"text must be a (?:unicode|string) or bytes$"),
    (Kind.GAME_COLOUR, ("fill", "rect", "circle", "line", "polygon", "ellipse", "render", "Color",
                        "set_at", "set_colorkey", "lines", "arc"),
     r"invalid color (?:name|argument)$|invalid foreground color argument$"
     r"|color argument must be |invalid RGBA argument$"),
)  # fmt: skip
"""Kinds, functions and words: the line has to name pygame's function, as anybody may say so."""


def taken(facts: Facts) -> Diagnosis | None:
    """What a function of pygame's refuses."""
    if not _uses_pygame(facts):
        return None
    for kind, functions, words in _SAID:
        if re.match(words, message(facts)) and called(facts, *functions) is not None:
            return Diagnosis(kind, (facts.line,))
    told = re.match(r"argument 1 must be pygame\.surface\.Surface, not (\w+)$", message(facts))
    call = called(facts, "blit")
    if told is None or call is None or not call.args:
        return None
    return Diagnosis(Kind.GAME_SURFACE, (place.shown(facts, call.args[0]), told[1]))


def _uses_pygame(facts: Facts) -> bool:
    for node in place.every(facts, ast.AST):
        match node:
            case ast.Import(names=names):
                if any(each.name.partition(".")[0] == "pygame" for each in names):
                    return True
            case ast.ImportFrom(module=str(module)):
                if module.partition(".")[0] == "pygame":
                    return True
    return False


_EVENTS = {
    "key": "KEYDOWN", "unicode": "KEYDOWN", "pos": "MOUSEBUTTONDOWN", "button": "MOUSEBUTTONDOWN",
    "rel": "MOUSEMOTION", "buttons": "MOUSEMOTION",
}  # fmt: skip


def event(facts: Facts) -> Diagnosis | None:
    told = re.match(r"'pygame\.event\.Event' object has no attribute '(\w+)'", message(facts))
    if told is None or (kind := _EVENTS.get(told[1])) is None:
        return None
    asked = place.only(facts, ast.Attribute)
    if asked is None or asked.attr != told[1]:
        return None
    instead = f"if {place.shown(facts, asked.value)}.type == pygame.{kind}:"
    return Diagnosis(Kind.GAME_EVENT, (told[1], instead))


def sprite(facts: Facts) -> Diagnosis | None:
    """pygame asks a Sprite for what its class has not set."""
    told = re.match(r"'(\w+)' object has no attribute '(_Sprite__g|image|rect)'", message(facts))
    if told is None or raised_in(facts) != "pygame" or facts.told.get("type") != "AttributeError":
        return None
    if told[2] == "_Sprite__g":
        return Diagnosis(Kind.SPRITE_INIT, (told[1],))
    return Diagnosis(Kind.SPRITE_PART, (told[1], told[2]))


def intents(facts: Facts) -> Diagnosis | None:
    """discord.Client() and commands.Bot("!"), as they were written before discord.py 2."""
    is_said = re.match(
        r"(?:(?:Client|BotBase|Bot|AutoShardedBot|AutoShardedClient)\.)?__init__\(\) missing 1"
        r" required keyword-only argument: 'intents'$",
        message(facts),
    )
    call = called(facts, "Client", "Bot", "AutoShardedBot", "AutoShardedClient")
    if is_said is None or call is None or any(each.arg is None for each in call.keywords):
        return None
    given = [place.shown(facts, each) for each in call.args]
    given += [f"{each.arg}={place.shown(facts, each.value)}" for each in call.keywords]
    given.append("intents=discord.Intents.default()")
    return Diagnosis(Kind.BOT_INTENTS, (f"{place.shown(facts, call.func)}({', '.join(given)})",))
