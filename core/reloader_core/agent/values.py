"""What is told of a value: nothing that its own code has a part in.

Only what is exactly of a built-in type is looked into; of all else the type's name is told. No
repr, comparison, attribute or lookup of the script's objects: each of these may be code of its
own, which prints, raises, or never ends. Loaded when a script has crashed.
"""

import sys

_MOST_CHARS = 60
_MOST_BITS = 200
_MOST_ITEMS = 3
_MOST_KEYS = 40
_MOST_NEAR = 100
_MOST_LOOKED_AT = 5000
_MOST_BASES = 30


def _function():
    pass


class _Plain:
    def method(self):
        pass


_FUNCTION, _MODULE, _BUILTIN = type(_function), type(sys), type(len)
_METHOD, _SPEC = type(_Plain().method), type(sys.__spec__)
_WRITTEN_IN_C = type(object.__getattribute__)
_DICT_SLOT = type(_Plain.__dict__["__dict__"])
name_of = type.__dict__["__name__"].__get__
bases_of = type.__dict__["__mro__"].__get__
own_names_of = type.__dict__["__dict__"].__get__
names_in_module = _MODULE.__dict__["__dict__"].__get__
_function_of = _METHOD.__dict__["__func__"].__get__


def type_name(value):
    return name_of(type(value))


def describe(value):
    """A tuple that begins with the type's name; what follows, `_SHOWN` says."""
    kind = type(value)
    # Asked for its hash, a class with a metaclass of the script's own would run that.
    shown = _SHOWN.get(kind) if type(kind) is type else None
    if shown is not None:
        return (name_of(kind), *shown(value))
    if kind is type:
        return ("type", name_of(value), _signature(_find(bases_of(value), "__init__")))
    return ("object", name_of(kind))


def is_simple(value):
    kind = type(value)
    return type(kind) is type and kind in _SIMPLE


def is_short(value):
    """Of a simple one: is it quickly written down?"""
    kind = type(value)
    return (
        value.bit_length() <= _MOST_BITS if kind is int else kind is not bytes or len(value) < 1000
    )


def keys(value, near=""):
    """The simple keys of a dictionary; whether these are all of them."""
    found = []
    if type(value) is not dict or len(value) > _MOST_LOOKED_AT:
        return found, False
    for key in value:
        if not is_simple(key):
            return found, False
        if len(value) <= _MOST_KEYS or may_be_near(key, near):
            found.append(describe(key))
    return found[:_MOST_KEYS], len(found) == len(value) <= _MOST_KEYS


def keys_with(value, near):
    """The keys of what is a dictionary itself in this one, and has `near` among its own."""
    found = []
    for key, inner in value.items() if type(near) is str and len(value) <= _MOST_KEYS else ():
        if is_simple(key) and type(inner) is dict and len(inner) <= _MOST_KEYS:
            if any(type(each) is str and each == near for each in inner):
                found.append(describe(key))
    return found[:_MOST_ITEMS]


def may_be_near(name, near):
    """As far as their lengths tell: see nearest() of explain/evidence/near.py."""
    if type(name) is not str or type(near) is not str:
        return False
    return abs(len(name) - len(near)) <= (1 if len(near) <= 5 else 2)


def attributes(value, near):
    """The names that may be meant by `near`, and whether the object answers for names that it
    does not have (`__getattr__`). None: it cannot be told."""
    kind = type(value)
    if kind is _MODULE:
        return _near_names([names_in_module(value)], near), False
    bases = bases_of(value if kind is type else kind)[:_MOST_BASES]
    own = [own_names_of(base) for base in bases]
    answers = any("__getattr__" in names for names in own)
    answers = answers or not is_plain(bases)
    if kind is not type:
        own += _instance_names(value, own)
    return _near_names(own, near), answers


def is_plain(bases):
    """Attributes are found by Python itself."""
    return type(_find(bases, "__getattribute__")) is _WRITTEN_IN_C


def modules_with(names, name):
    """The names of modules in which `name` is a function or class, or written as a constant."""
    found = []
    for each, module in list(names.items())[:_MOST_LOOKED_AT]:
        if type(module) is _MODULE and type(each) is str:
            value = names_in_module(module).get(name)
            is_called = type(value) in (_FUNCTION, _BUILTIN, type)
            if is_called or type(value) is str and name.isupper():
                found.append(each)
    return found[:_MOST_ITEMS]


def _instance_names(value, own):
    for names in own:
        slot = names.get("__dict__")
        if slot is not None:
            found = slot.__get__(value) if type(slot) is _DICT_SLOT else None
            return [found] if type(found) is dict else []
    return []


def instance_names(value):
    """The attributes that it has itself, by name."""
    own = _instance_names(
        value, [own_names_of(base) for base in bases_of(type(value))[:_MOST_BASES]]
    )
    return own[0] if own else {}


def _near_names(dictionaries, near):
    found = {}
    for names in dictionaries:
        for name in list(names)[:_MOST_LOOKED_AT]:
            if may_be_near(name, near):
                found[name] = True
    return list(found)[:_MOST_NEAR]


def _find(bases, name):
    for base in bases[:_MOST_BASES]:
        names = own_names_of(base)
        if name in names:
            return names[name]
    return None


def _text(value):
    return value[:_MOST_CHARS], len(value)


def _number(value):
    return (value if value.bit_length() <= _MOST_BITS else None,)


def _items(value):
    return len(value), [_item(item) for item in _first(value)]


def _pairs(value):
    return len(value), [(_item(key), _item(item)) for key, item in _first(value.items())]


def _item(value):
    """Of what is in another: what is simple, else only what it is."""
    return describe(value) if is_simple(value) else ("object", type_name(value))


def _first(value):
    """Another thread may change it meanwhile."""
    found = []
    try:
        for item in value:
            if len(found) == _MOST_ITEMS:
                break
            found.append(item)
    except RuntimeError:
        pass
    return found


def _module(value):
    names = names_in_module(value)
    name, file, spec = names.get("__name__"), names.get("__file__"), names.get("__spec__")
    loads = type(spec) is _SPEC and spec.__dict__.get("_initializing") is True
    return (
        name[:_MOST_CHARS] if type(name) is str else "",
        file if type(file) is str else "",
        loads,
    )


def _signature(function):
    """Name, file, line, parameters by position, how many have defaults, and all others' flags;
    () where it is no plain function."""
    if type(function) is _METHOD:
        function = _function_of(function)
    if type(function) is not _FUNCTION:
        return ()
    code, defaults = function.__code__, function.__defaults__
    count = code.co_argcount
    return (
        code.co_name,
        code.co_filename,
        code.co_firstlineno,
        code.co_varnames[:count][:12],
        len(defaults) if type(defaults) is tuple else 0,
        code.co_kwonlyargcount,
        bool(code.co_flags & 4),
        bool(code.co_flags & 8),
    )


def _called(value):
    return (_signature(value),)


def _builtin(value):
    return (value.__name__,)


_SIMPLE = {type(None), bool, int, float, str, bytes}
_SHOWN = {
    type(None): lambda value: (),
    bool: lambda value: (value,),
    int: _number,
    float: lambda value: (float.__repr__(value),),
    str: _text,
    bytes: _text,
    list: _items,
    tuple: _items,
    dict: _pairs,
    set: _items,
    frozenset: _items,
    _MODULE: _module,
    _FUNCTION: _called,
    _METHOD: _called,
    _BUILTIN: _builtin,
}
