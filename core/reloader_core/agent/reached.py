"""What stands on the line behind a name, as `self.items` or `data["user"]["name"]`, where it can be
reached without any code of the script's: by keys and numbers of what is exactly a dictionary, list
or tuple, and by attributes that an object simply has.

Nothing is parsed but names, dots and brackets with one thing in them; a name in a string is looked
up in vain. Loaded when a script has crashed.
"""

part = globals()["part"]  # see sitecustomize.py
values = part("values")
_MOST = 16
_MOST_CHARS = 1_200
_MOST_LOOKED_AT = 5000
_MODULE = type(values)


class _Stop(Exception):
    """Not to be reached, or not to be read."""


class Reached:
    """`look_up`: of a name, where it is found ('' if nowhere), and its value."""

    def __init__(self, text, look_up):
        self.text, self.look_up = text, look_up
        self.found = {}

    def all(self):
        """What each is worth, by how it is written: the description, and the value itself."""
        at = 0
        while at < len(self.text) and len(self.found) < _MOST:
            at = max(self.path(at)[0], at + 1) if _begins(self.text, at) else at + 1
        return _fitting(self.found)

    def path(self, at):
        """From the name at this place: where it ends, how it is written, and its value; or where
        it could not be read any more."""
        end = _word(self.text, at)
        name = self.text[at:end]
        where, value = self.look_up(name)
        if not where:
            return end, name, _Stop
        while True:
            try:
                end, name, value = self.step(end, name, value)
            except _Stop:
                return end, name, value
            self.keep(name, value)

    def keep(self, name, value):
        if len(self.found) < _MOST:
            self.found[name] = values.describe(value), value

    def step(self, at, name, value):
        """One further."""
        sign = self.text[at : at + 1]
        if sign == ".":
            end = _word(self.text, at + 1)
            attribute = self.text[at + 1 : end]
            return end, name + "." + attribute, _attribute(value, attribute)
        if sign != "[":
            raise _Stop
        if type(value) is list and value and type(value[0]) is list:
            self.keep(name + "[0]", value[0])  # how long the lists in it are
        end, shown, index = self.index(at + 1)
        if self.text[end : end + 1] != "]":
            raise _Stop
        return end + 1, name + "[" + shown + "]", _item(value, index)

    def index(self, at):
        """What stands in the brackets."""
        text = self.text
        if _begins(text, at):
            end, shown, value = self.path(at)
            if value is _Stop:
                raise _Stop
            return end, shown, value
        if text[at : at + 1] in ("'", '"'):
            end = text.find(text[at], at + 1)
            inside = text[at + 1 : end]
            if end < 0 or "\\" in inside or "\n" in inside:
                raise _Stop
            return end + 1, repr(inside), inside
        end = at + 1 if text[at : at + 1] == "-" else at
        while text[end : end + 1].isdigit():
            end += 1
        if not text[end - 1 : end].isdigit() or end - at > 9:
            raise _Stop
        return end, str(int(text[at:end])), int(text[at:end])


def _begins(text, at):
    """A name, and not in the middle of one."""
    before = text[at - 1 : at]
    is_in = before.isalnum() or before in ("_", ".") and before != ""
    return (text[at : at + 1].isalpha() or text[at : at + 1] == "_") and not is_in


def _word(text, at):
    while text[at : at + 1].isalnum() or text[at : at + 1] == "_":
        at += 1
    return at


# Types are compared by `is` alone: a class may have an == of the script's own.


def _item(value, index):
    kind = type(value)
    if kind is dict:
        return _by_key(value, index)
    is_row = (kind is list or kind is tuple) and type(index) is int
    if is_row and -len(value) <= index < len(value):
        return value[index]
    raise _Stop


def _by_key(table, key):
    """Compared with what is exactly of its type: other keys may have code of their own."""
    kind = type(key)
    if kind is not str and kind is not int or len(table) > _MOST_LOOKED_AT:
        raise _Stop
    for each in list(table):
        if type(each) is kind and each == key:
            return table[each]
    raise _Stop


def _attribute(value, name):
    """What the object has itself, or its class as a plain value; nothing that is computed."""
    if type(value) is _MODULE:
        return _by_key(values.names_in_module(value), name)
    if values.is_simple(value) or type(type(value)) is not type:
        raise _Stop
    bases = values.bases_of(type(value))
    if not values.is_plain(bases):
        raise _Stop
    own = [values.own_names_of(base) for base in bases]
    of_class = [names[name] for names in own if name in names]
    if not all(map(_is_plain, of_class)):
        raise _Stop
    try:
        return _by_key(values.instance_names(value), name)
    except _Stop:
        if not of_class:
            raise
        return of_class[0]


def _is_plain(value):
    """Nothing that Python asks for what it is worth."""
    return values.is_simple(value) or any(type(value) is kind for kind in (list, dict, tuple, set))


def _fitting(found):
    """As many as there is room for."""
    fitting, size = {}, 0
    for name, each in found.items():
        size += len(ascii((name, each[0])))
        if size > _MOST_CHARS:
            break
        fitting[name] = each
    return fitting
