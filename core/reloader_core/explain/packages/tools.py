"""What rich, Pillow, lxml, pytest, PyYAML and others say of what they were given. Pure."""

from __future__ import annotations

import ast
import re

from reloader_core.explain.evidence import origin, place, scope
from reloader_core.explain.evidence.facts import Facts
from reloader_core.explain.evidence.place import called
from reloader_core.explain.evidence.said_by import by_rows, goes_through, is_by, message, saying
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind
from reloader_core.explain.packages.served import functions

_SAYINGS = (
    saying(Kind.RICH_MARKUP, "rich MarkupError",
           r"closing tag '(?P<text>\[[^\]\n]{0,40}\])' at position \d+ (?:doesn't|has nothing)"),
    saying(Kind.RICH_CELL, "rich NotRenderableError",
           r"unable to render (?P<type>\w+); a string or other renderable object is required"),
    saying(Kind.HASH_METHOD, "werkzeug ValueError",
           r"Invalid hash method '(?P<text>(?!scrypt|pbkdf2)[\w:]{1,40})'"),
    saying(Kind.DATE_TEXT, "dateutil ParserError", r"Unknown string format: (?P<text>.{1,60})$"),
)  # fmt: skip


said = by_rows(_SAYINGS)


def merged(facts: Facts) -> Diagnosis | None:
    """A property without a setter is in no traceback."""
    is_said = message(facts) == "'MergedCell' object attribute 'value' is read-only"
    return Diagnosis(Kind.CELL_MERGED, (facts.line,)) if is_said else None


# -- Pillow

_SIZED = ("resize", "thumbnail", "new", "crop", "paste", "putpixel", "getpixel")


def whole(facts: Facts) -> Diagnosis | None:
    is_said = message(facts) == "'float' object cannot be interpreted as an integer"
    call = called(facts, *_SIZED)
    if not is_said or call is None or not goes_through(facts, "PIL"):
        return None
    return Diagnosis(Kind.IMAGE_WHOLE, (facts.line,))


def no_format(facts: Facts) -> Diagnosis | None:
    """picture.save(buffer)"""
    call = called(facts, "save")
    is_said = re.match(r"unknown file extension: ?$", message(facts))
    if not is_said or call is None or len(call.args) != 1 or call.keywords:
        return None
    value = place.known(facts, call.args[0])
    if (
        value is None
        or value.name != "BytesIO"
        or not is_by(facts, "PIL", "ValueError", "KeyError")
    ):
        return None
    function, what = place.shown(facts, call.func), place.shown(facts, call.args[0])
    return Diagnosis(Kind.IMAGE_NO_FORMAT, (f'{function}({what}, format="PNG")',))


_BOXES = {"crop": 4, "rectangle": 4, "ellipse": 4, "line": 4, "rounded_rectangle": 4}


def box(facts: Facts) -> Diagnosis | None:
    """picture.crop(0, 0, 50, 50)"""
    told = re.match(
        r"(?:Image|ImageDraw)?\.?(\w+)\(\) takes from 1 to \d positional arguments but \d|"
        r"(?:Image|ImageDraw)?\.?(\w+)\(\) takes from 2 to \d positional arguments but \d",
        message(facts),
    )
    name = (told[1] or told[2]) if told is not None else ""
    call = called(facts, name) if name in _BOXES else None
    if call is None or len(call.args) < _BOXES[name] or not _uses(facts, "PIL"):
        return None
    first = [place.shown(facts, each) for each in call.args[: _BOXES[name]]]
    if any(isinstance(each, ast.Starred | ast.Tuple | ast.List) for each in call.args[:4]):
        return None
    more = [place.shown(facts, each) for each in call.args[_BOXES[name] :]]
    more += [place.shown(facts, each) for each in call.keywords]
    function = place.shown(facts, call.func)
    rest = "".join(f", {each}" for each in more)
    return Diagnosis(Kind.BOX_NEEDED, (f"{function}()", f"{function}(({', '.join(first)}){rest})"))


def pixel_parts(facts: Facts) -> Diagnosis | None:
    """r, g, b = picture.getpixel((x, y))"""
    is_said = re.match(
        r"(?:too many|not enough) values to unpack|cannot unpack non-iterable int object",
        message(facts),
    )
    match place.statement(facts):
        case ast.Assign(
            targets=[ast.Tuple(elts=parts)],
            value=ast.Call(func=ast.Attribute(value=ast.Name(id=name), attr="getpixel")),
        ) if is_said and len(parts) == 3 and _uses(facts, "PIL"):
            return Diagnosis(Kind.PIXEL_PARTS, (name, len(parts)))
    return None


def _uses(facts: Facts, package: str) -> bool:
    for node in place.every(facts, ast.AST):
        match node:
            case ast.Import(names=names) if any(e.name.split(".")[0] == package for e in names):
                return True
            case ast.ImportFrom(module=str(module)) if module.split(".")[0] == package:
                return True
    return False


# -- pages and XML


def xml_bytes(facts: Facts) -> Diagnosis | None:
    is_said = message(facts).startswith("Unicode strings with encoding declaration are not supp")
    call = called(facts, "fromstring", "XML", "HTML", "parse")
    if not is_said or call is None or not call.args:
        return None
    function, text = place.shown(facts, call.func), place.operand(facts, call.args[0])
    return Diagnosis(Kind.XML_BYTES, (f"{function}({text}.encode())",))


def xml(facts: Facts) -> Diagnosis | None:
    """lxml names the place at the end of what it says."""
    if facts.told.get("other_type") != ("lxml.etree", "XMLSyntaxError") or not facts.line:
        return None
    if facts.is_innermost and facts.is_raised:
        return None
    told = re.search(r", line (\d+), column (\d+)(?: \(<string>, line \d+\))?$", message(facts))
    if told is None or message(facts).startswith("Document is empty"):
        return Diagnosis(Kind.XML_EMPTY, (facts.line,))
    return Diagnosis(Kind.XML_WRONG, (int(told[1]), int(told[2])))


_ELEMENTS = ("_Element", "Element", "_ElementTree", "ElementTree", "HtmlElement")


def no_element(facts: Facts) -> Diagnosis | None:
    """root.find("title").text"""
    told = re.fullmatch(r"'NoneType' object has no attribute '(\w+)'", message(facts))
    if told is None:
        return None
    for node in place.in_statement(facts):
        match node:
            case ast.Attribute(
                value=ast.Call(func=ast.Attribute(value=owner, attr="find")) as what, attr=name
            ) if name == told[1]:
                value = place.known(facts, owner)
                if value is not None and value.name in _ELEMENTS:
                    return Diagnosis(Kind.XML_TAG_MISSING, (place.in_full(facts, what), name))
    return None


_LISTS = ("xpath", "findall", "cssselect", "find_all", "select", "all", "fetchall", "values_list")
_OF_QUERIES = (
    "filter filter_by order_by limit one scalar fetchone delete update exists paginate distinct"
    " one_or_none first_or_404 shape empty columns head loc iloc"
).split()
"""What the query had before it gave the list, or a table has: nothing in the list has that."""


def items_of_list(facts: Facts, found: Diagnosis) -> Diagnosis | None:
    """tree.xpath("//title").text, if nothing better was found."""
    told = re.fullmatch(r"'list' object has no attribute '(\w+)'", message(facts))
    if told is None or found.kind is not Kind.NO_ATTRIBUTE or told[1] in _OF_QUERIES:
        return None
    for node in place.in_statement(facts):
        if isinstance(node, ast.Attribute) and node.attr == told[1]:
            what = origin.value(facts, node.value) or node.value
            match what:
                case ast.Call(func=ast.Attribute(attr=name)) if name in _LISTS:
                    shown = place.in_full(facts, node.value)
                    return Diagnosis(Kind.ITEMS_OF_LIST, (shown, told[1]))
    return None


def tags_fewer(facts: Facts) -> Diagnosis | None:
    """cells[1], of cells that find_all() gave."""
    if message(facts) != "list index out of range":
        return None
    for node in place.candidates(facts, ast.Subscript):
        value, index = place.known(facts, node.value), place.known(facts, node.slice)
        if value is not None and value.name == "ResultSet" and isinstance(node.value, ast.Name):
            if index is not None and index.number is not None and index.number >= 0:
                return Diagnosis(Kind.TAGS_FEWER, (node.value.id, index.number))
    return None


def still_text(facts: Facts) -> Diagnosis | None:
    """answer["name"], of an answer's .text; settings["a"], of yaml.safe_load("a.yml")."""
    if not re.match(r"string ind(?:ices|ex) must be", message(facts)):
        return None
    for node in place.candidates(facts, ast.Subscript):
        if not isinstance(node.value, ast.Name) or place.type_of(facts, node.value) != "str":
            continue
        name, made = node.value.id, _made(facts, node.value)
        match made:
            case ast.Attribute(value=answer, attr="text") if _is_answer(facts, answer):
                return Diagnosis(Kind.STILL_TEXT, (name, made.lineno))
            case ast.Call(
                func=ast.Attribute(value=ast.Name(id="yaml"), attr=function), args=[path, *_]
            ) if function in ("safe_load", "load"):
                return _yaml_of_name(facts, name, made, path)
    return None


def _made(facts: Facts, what: ast.expr) -> ast.expr | None:
    """What the name was given, also through a function that returns one thing."""
    made = origin.value(facts, what)
    tree = place.tree_of(facts)
    match made:
        case ast.Call(func=ast.Name(id=name)) if tree is not None:
            match scope.returns_of(tree, name):
                case [ast.Return(value=ast.Name(id=inner))]:
                    return _in_function(facts, name, inner)
                case [ast.Return(value=ast.expr() as value)]:
                    return value
    return made


def _in_function(facts: Facts, name: str, inner: str) -> ast.expr | None:
    found = [
        node.value
        for function in functions(facts, name)
        for node in ast.walk(function)
        if isinstance(node, ast.Assign)
        and any(isinstance(each, ast.Name) and each.id == inner for each in node.targets)
    ]
    return found[0] if len(found) == 1 else None


_ASKING = ("get", "post", "put", "patch", "delete", "request")


def _is_answer(facts: Facts, node: ast.expr) -> bool:
    """Of a server, and no tag of a page, which has a .text as well."""
    made = origin.value(facts, node) if isinstance(node, ast.Name) else node
    while isinstance(made, ast.Await):
        made = made.value
    if isinstance(made, ast.Call):
        return _uses_web(facts) and place.name_called(made) in _ASKING
    return _uses_web(facts) and not _uses(facts, "bs4") and not _uses(facts, "lxml")


def _uses_web(facts: Facts) -> bool:
    return _uses(facts, "requests") or _uses(facts, "httpx")


def _yaml_of_name(facts: Facts, name: str, made: ast.Call, path: ast.expr) -> Diagnosis | None:
    """The text that came back is the file's name itself."""
    value = place.value_named(facts, ast.Name(id=name))
    text = value.value.text if value is not None else None
    if text is None or not re.search(r"\.ya?ml$", text):
        return None
    shown = place.shown(facts, path)
    function = place.shown(facts, made.func)
    instead = f'with open({shown}, encoding="utf-8") as file: {name} = {function}(file)'
    return Diagnosis(Kind.YAML_OF_NAME, (name, made.lineno, instead))


def yaml_dump(facts: Facts) -> Diagnosis | None:
    """yaml.dump(file, data)"""
    call = called(facts, "dump", "safe_dump")
    if call is None or len(call.args) != 2 or not goes_through(facts, "yaml"):
        return None
    one, other = call.args
    value = place.known(facts, one)
    if value is None or value.name != "_io.TextIOWrapper" and value.name != "TextIOWrapper":
        return None
    shown = f"{place.shown(facts, other)}, {place.shown(facts, one)}"
    return Diagnosis(Kind.YAML_DUMP, (f"{place.shown(facts, call.func)}({shown})",))


def yaml_bool(facts: Facts) -> Diagnosis | None:
    told = re.fullmatch(r"'bool' object has no attribute '(\w+)'", message(facts))
    if told is None or told[1] not in dir(str) or not _uses(facts, "yaml"):
        return None
    asked = place.only(facts, ast.Attribute)
    what = asked.value if asked is not None else None
    made = origin.value(facts, what) if isinstance(what, ast.Name) else what
    if what is None or _is_found_out(made):
        return None
    return Diagnosis(Kind.YAML_BOOL, (place.shown(facts, what), told[1]))


def _is_found_out(made: ast.expr | None) -> bool:
    """By the script itself, and not read with the YAML."""
    match made:
        case ast.Compare() | ast.BoolOp() | ast.UnaryOp() | ast.Constant():
            return True
        case ast.Call(func=ast.Name()):
            return True
    return False


# -- tests, lists, terminals


def fixture(facts: Facts) -> Diagnosis | None:
    told = re.match(r"Fixture \"(\w+)\" called directly", message(facts))
    name = facts.told.get("other_type", ("", ""))[1]
    if told is None or name != "Failed":
        return None
    return Diagnosis(Kind.FIXTURE_CALLED, (told[1],))


def not_raised(facts: Facts) -> Diagnosis | None:
    told = re.match(r"DID NOT RAISE (?:<class '(?:\w+\.)*)?(\w+)", message(facts))
    name = facts.told.get("other_type", ("", ""))[1]
    if told is None or name != "Failed" or not facts.line:
        return None
    return Diagnosis(Kind.NOT_RAISED, (told[1], facts.line))


def sorted_add(facts: Facts) -> Diagnosis | None:
    call = called(facts, "append", "insert", "extend")
    is_said = re.match(r"use ``sl\.(add|update)\(values?\)`` instead", message(facts))
    if not is_said or call is None or not call.args:
        return None
    if not is_by(facts, "sortedcontainers", "NotImplementedError"):
        return None
    match call.func:
        case ast.Attribute(value=owner):
            what, value = place.shown(facts, owner), place.shown(facts, call.args[-1])
            return Diagnosis(Kind.SORTED_ADD, (f"{what}.{is_said[1]}({value})",))
    return None


def click_name(facts: Facts) -> Diagnosis | None:
    """@click.option("--count") above hello(number)"""
    told = re.match(r"(\w+)\(\) got an unexpected keyword argument '(\w+)'", message(facts))
    found = functions(facts, told[1]) if told is not None else []
    if told is None or len(found) != 1 or not is_by(facts, "click", "TypeError"):
        return None
    given = [
        each.value.lstrip("-").replace("-", "_").lower()
        for above in found[0].decorator_list
        if isinstance(above, ast.Call)
        for each in above.args
        if isinstance(each, ast.Constant) and isinstance(each.value, str)
    ]
    left = [each for each in scope.parameters(found[0]) if each not in given]
    if len(left) != 1 or told[2] not in given:
        return None
    return Diagnosis(Kind.CLICK_NAME, (told[1], told[2], left[0]))


ALL = (
    said,
    whole,
    no_format,
    xml_bytes,
    xml,
    yaml_dump,
    fixture,
    not_raised,
    sorted_add,
    click_name,
)
"""What is asked where it did not happen in the user's own line; in this order."""
