"""What is known of the exception that ends the script, so that the engine can say what went
wrong: where exactly, what the names there stand for, which names there are.

Collected when nobody has handled it, before its traceback is printed: within 20 ms of the
processor's time and 8 KB, in the order of use, and without any code of the script's (see
values.py). Judges nothing. Loaded when a script has crashed.
"""

import builtins
import os
import sys
import time

part = globals()["part"]  # see sitecustomize.py
values = part("values")
_MOST_S = 0.02
_MOST_CHARS = 8_000
_KEPT = 3_500  # of these, for what comes after the names
_MOST_SOURCE_BYTES = 1 << 20
_MOST_WORDS = 24
_MOST_SAID = 300
_MOST_JSON = 60
_MOST_ENTRIES = 20_000
_MOST_FILES = 6
_ABOVE, _BELOW = 3, 6  # lines around the place: a statement may have several
_FAR_ABOVE = 6  # if there is room: where it begins far above
_OF_STATEMENT, _MOST_HERE = 3, 500  # lines and characters that are read for more than names
_OF_OS = ("errno", "filename", "filename2")
_OF_TEXT = ("filename", "lineno", "text")
_SLOTS = {
    **dict.fromkeys(("SyntaxError", "IndentationError", "TabError"), _OF_TEXT),
    "NameError": ("name",),
    "UnboundLocalError": ("name",),
    "AttributeError": ("name",),
    "ImportError": ("name", "name_from", "path"),
    "ModuleNotFoundError": ("name", "path"),
    "UnicodeDecodeError": ("encoding", "start", "end", "reason"),
    "UnicodeEncodeError": ("encoding", "start", "end", "reason"),
}


def _raise(error):
    raise error


_RAISE = _raise.__code__.co_code[4 if sys.version_info >= (3, 11) else 2]


class Crash:
    """`is_users`: of a file's path, whether it is the user's own; `seen`: what that file looked
    like before it was loaded (see loads.py), or None."""

    def __init__(self, error, is_users, seen, opener=None, clock=time.thread_time):
        self.error = part("errors").only_one(error)
        self.is_users, self.seen, self.opener = is_users, seen, opener
        self.clock, self.until = clock, clock() + _MOST_S
        self.facts, self.reached = {}, {}
        self.size = 0
        self.own = {}  # by a code's file: whether that is the user's

    def text(self):
        """The facts as a literal of Python. Of a type of somebody's own nothing is looked into
        but where it happened, and what was there."""
        name = values.type_name(self.error)
        if builtins.__dict__.get(name) is not type(self.error):
            name = ""
        steps = (self.add_error, self.add_place, self.add_names, self.add_reached, self.add_near)
        for step in (*steps, self.add_repeats, self.add_causes):
            if self.clock() > self.until:
                break
            try:
                step(name)
            except Exception:  # these facts are missing then
                pass
        return ascii(self.facts)

    def add(self, name, fact):
        """Only what there is room for."""
        size = len(ascii((name, fact)))
        if self.size + size < _MOST_CHARS - 50:
            self.size += size
            self.facts[name] = fact

    def add_error(self, name):
        self.add("version", tuple(sys.version_info[:2]))
        self.add("type", name)
        try:
            self.add("folder", os.getcwd())
        except OSError:
            pass
        if not name:
            self.add_other_type()
            return
        self.add("arguments", [self.argument(each) for each in self.error.args[:3]])
        wanted = _OF_OS if isinstance(self.error, OSError) else _SLOTS.get(name, ())
        slots = {each: values.describe(getattr(self.error, each, None)) for each in wanted}
        for each in ("filename", "path"):  # whole: it is looked for
            found = getattr(self.error, each, None) if each in wanted else None
            if type(found) is str and len(found) < 1000:
                slots[each] = ("str", found, len(found))
        self.add("slots", slots)
        if name == "OSError":
            self.add("port", part("causes").port(self.error))
        if name.startswith("UnicodeDecode") and type(self.error.object) is bytes:
            begin = max(0, self.error.start - 200)
            self.add("bytes", (begin, self.error.object[begin : begin + 600]))

    def add_other_type(self):
        """It is none of Python's own: its module and name, and its message if that is safe."""
        kind, said = type(self.error), part("causes").message(self.error)
        module = values.own_names_of(kind).get("__module__")
        if type(module) is str:
            self.add("other_type", (module, values.name_of(kind)))
        self.add("arguments", [self.argument(said)])
        if values.name_of(kind) == "JSONDecodeError":
            self.add_json()

    def add_json(self):
        """What it was about to read: some before and some behind that place."""
        own = values.instance_names(self.error)
        text, index = own.get("doc"), own.get("pos")
        if type(text) is str and type(index) is int and index >= 0:
            self.add("json", (text[max(0, index - _MOST_JSON) : index], text[index:][:_MOST_JSON]))

    @staticmethod
    def argument(value):
        """A message is told of as far as rules read it."""
        is_text = type(value) is str
        return ("str", value[:_MOST_SAID], len(value)) if is_text else values.describe(value)

    def add_place(self, _name):
        place, last, loading, through, lines = None, None, [], [], []
        entry = part("causes").traceback_of(self.error)
        while entry is not None:
            if entry.tb_frame.f_code.co_name == "<module>" and len(loading) < 20:
                loading.append(entry.tb_frame.f_code.co_filename)
                lines.append(entry.tb_lineno)
            if self.is_own(entry.tb_frame.f_code.co_filename):
                place, through = entry, []
            elif entry.tb_frame.f_code.co_filename not in through[:_MOST_FILES]:
                through.append(entry.tb_frame.f_code.co_filename)
            last, entry = entry, entry.tb_next
        self.place = place
        if last is not None:
            self.add("innermost_file", last.tb_frame.f_code.co_filename)
        if place is None:
            self.add_script(last)
            return
        self.find_names()
        code = place.tb_frame.f_code
        file = os.path.abspath(code.co_filename)
        self.add("file", file)
        self.add("seen", tuple((self.seen(file) or ())[:2]))
        self.add("line", place.tb_lineno)
        self.add("function", (code.co_name, code.co_firstlineno))
        self.add("span", _span(code, place.tb_lasti))
        self.add("is_innermost", place is last)
        self.add("through", through[:_MOST_FILES])
        self.add("is_raised", code.co_code[place.tb_lasti] == _RAISE)
        self.add("loading", loading)
        self.add("loading_at", lines)
        first = sys.path[0] if type(sys.path) is list and sys.path else ""
        self.add("script_folder", first if type(first) is str else "")

    def add_script(self, last):
        """What the script looked like whose function a thread was to call, and could not. (Where
        the main thread is at its end, the script's module has no __file__ any more.)"""
        argv = sys.argv if type(sys.argv) is list and sys.argv else [None]
        path = getattr(sys.modules.get("__main__"), "__file__", None) or argv[0]
        is_thread = last is not None and last.tb_frame.f_globals.get("__name__") == "threading"
        if is_thread and type(path) is str and self.is_own(path):
            self.add("seen", tuple((self.seen(os.path.abspath(path)) or ())[:2]))

    def is_own(self, path):
        if path not in self.own:
            self.own[path] = path[:1] != "<" and self.is_users(os.path.abspath(path))
        return self.own[path]

    def add_names(self, _name):
        """What the names on and around the line stand for."""
        self.words = self.read_words()
        found = {}
        for word in self.words:
            where, value = self.look_up(word)
            if where:
                found[word] = where, values.describe(value)
                if self.clock() > self.until or len(ascii(found)) + self.size > _MOST_CHARS - _KEPT:
                    del found[word]
                    break
        self.add("names", found)

    def read_words(self):
        with open(self.facts["file"], "rb", opener=self.opener) as file:
            lines = file.read(_MOST_SOURCE_BYTES).split(b"\n")
        first = max(0, self.place.tb_lineno - 1 - _ABOVE)
        before = lines[first : self.place.tb_lineno - 1]
        before += lines[max(0, self.place.tb_lineno - 1 - _FAR_ABOVE) : first]
        from_here = lines[self.place.tb_lineno - 1 : self.place.tb_lineno - 1 + _BELOW]
        self.here = b"\n".join(from_here[:_OF_STATEMENT])[:_MOST_HERE].decode("utf-8", "replace")
        text = b"\n".join([*from_here, *before])[:4000].decode("utf-8", "replace")
        words = "".join(each if each.isalnum() or each == "_" else " " for each in text).split()
        return [each for each in dict.fromkeys(words) if each.isidentifier()][:_MOST_WORDS]

    def add_reached(self, _name):
        """What stands there behind a name, with dots and brackets."""
        self.reached = part("reached").Reached(self.here, self.look_up).all()
        self.add("reached", {name: told for name, (told, _value) in self.reached.items()})

    def find_names(self):
        """Those of the function, unless it is the module, and the module's; a class may be made
        in a mapping of the script's own, which is left alone."""
        frame = self.place.tb_frame
        local, names = frame.f_locals, frame.f_globals
        if local is names or type(local) is not dict:
            local = dict(local) if frame.f_code.co_flags & 1 else {}  # 3.13: a proxy
        self.local = local
        self.names = names if type(names) is dict else {}

    def look_up(self, word):
        """Where the name is found, and its value."""
        everywhere = {"local": self.local, "global": self.names, "builtin": builtins.__dict__}
        for where, names in everywhere.items():
            if word in names:
                return where, names[word]
        return "", None

    def add_near(self, name):
        if name in ("NameError", "UnboundLocalError", "ImportError"):
            self.add_near_names(name)
        elif name == "ModuleNotFoundError":
            self.add("pip", self.pip_of())
        elif name == "AttributeError":
            self.add_attributes()
        elif name == "KeyError":
            self.add_keys()
        if name in ("AttributeError", "TypeError") and "NoneType" in self.first_said():
            self.add_keys()  # .get() may have found nothing

    @staticmethod
    def pip_of():
        """This Python, if packages can be brought to it by its pip: '' where it has none, and where
        that is kept out for the system's sake (PEP 668)."""
        python, library = sys.executable, os.path.dirname(os.__file__)
        is_own = sys.prefix == getattr(sys, "base_prefix", sys.prefix)
        is_managed = is_own and os.path.exists(os.path.join(library, "EXTERNALLY-MANAGED"))
        folders = [each for each in sys.path[1:] if type(each) is str]
        has_pip = any(os.path.isdir(os.path.join(each, "pip")) for each in folders)
        return python if type(python) is str and has_pip and not is_managed else ""

    def first_said(self):
        said = self.error.args[0] if self.error.args else ""
        return said if type(said) is str else ""

    def missing(self):
        """The name that is missing: what the error says of itself (3.10), or what stands between
        the last two quotation marks of its message."""
        said = getattr(self.error, "name", None)
        if type(said) is not str and self.error.args and type(self.error.args[0]) is str:
            said = self.error.args[0].rpartition("'")[0].rpartition("'")[2]
        return said if type(said) is str else ""

    def add_near_names(self, kind):
        if kind == "ImportError":
            return self.add_module()
        near = self.missing()
        names = [*self.local, *self.place.tb_frame.f_code.co_varnames, *self.names]
        names += builtins.__dict__
        fitting = [each for each in names if values.may_be_near(each, near) and each != near]
        fitting = list(dict.fromkeys(fitting))[:100]
        self.add("near", fitting)
        found = [(each, *self.look_up(each)) for each in fitting]
        kinds = {each: values.describe(value)[0] for each, where, value in found if where}
        self.add("near_kinds", kinds)
        if kind == "NameError":
            self.add("exists", bool(self.look_up(near)[0]))
            self.add_members(near)
            self.add("in_modules", values.modules_with(self.names, near))

    def add_members(self, near):
        """A method or attribute that is meant without `self.` before it."""
        code = self.place.tb_frame.f_code
        if code.co_argcount and near:
            first = code.co_varnames[0]
            owner = self.local.get(first)
            found, _answers = values.attributes(owner, near)
            self.add("self", (first, near in found))

    def add_module(self):
        """Of `from module import name`: it may be gone by now, with what failed to import it."""
        text = self.error.args[0] if self.error.args else ""
        near = text.split("'")[1] if type(text) is str and text.count("'") > 1 else ""
        self.add("missing", near)
        name = getattr(self.error, "name", None)
        module = sys.modules.get(name) if type(name) is str else None
        if type(module) is type(sys):
            self.add("module", values.describe(module))
            self.add("attributes", values.attributes(module, near))

    def add_attributes(self):
        near = self.missing()
        self.add("missing", near)
        if hasattr(AttributeError, "obj") and self.error.obj is not None:
            owner = self.error.obj
            self.add("owner", values.describe(owner))
            self.add("attributes", values.attributes(owner, near))
            return
        found = {}
        for word in self.words:
            where, value = self.look_up(word)
            if where and not values.is_simple(value) or type(value) is str:
                found[word] = values.attributes(value, near)
        self.add("attributes_of", found)

    def add_keys(self):
        near = self.error.args[0] if self.error.args else ""
        tables = {word: self.look_up(word)[1] for word in self.words}
        tables.update({name: value for name, (_told, value) in self.reached.items()})
        tables = {name: value for name, value in tables.items() if type(value) is dict}
        self.add("keys", {name: values.keys(value, near) for name, value in tables.items()})
        deeper = {name: values.keys_with(value, near) for name, value in tables.items()}
        self.add("deeper", {name: keys for name, keys in deeper.items() if keys})

    def add_causes(self, _name):
        found = part("causes").causes(self.error, self.is_own)
        if found:
            self.add("causes", found)

    def add_repeats(self, name):
        """Which functions of the user's the last calls were to, and how many calls there are."""
        if name != "RecursionError":
            return
        depth, codes, entry = 0, [], self.error.__traceback__
        while entry is not None and depth < _MOST_ENTRIES:
            depth += 1
            codes.append(entry.tb_frame.f_code)
            entry = entry.tb_next
        found = []
        for code in codes[-200:-20]:
            described = code.co_name, code.co_firstlineno, self.is_own(code.co_filename)
            if described not in found:
                found.append(described)
        self.add("repeats", (depth, found[:6]))


def _span(code, lasti):
    """Line, last line, column, last column (in bytes of UTF-8) of what was executed; () before
    3.11, and where it is not known."""
    if not hasattr(code, "co_positions"):
        return ()
    for index, span in enumerate(code.co_positions()):
        if index == lasti // 2:
            return () if None in span else span
    return ()
