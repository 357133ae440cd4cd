"""What the statements of a file do when it is executed, as far as the packages that are imported
after them could tell: looks at the text alone.

Runs in a parked child. `Outline` is one file, `Program` all that were executed before some import.
"""

import os
import sys

part = globals()["part"]  # see sitecustomize.py
_ONLY_AST = 0x400
_FUNCTIONS = ("FunctionDef", "AsyncFunctionDef")
_ASSIGNMENTS = ("Assign", "AnnAssign", "AugAssign")
_BLOCKS = ("body", "orelse", "finalbody", "handlers", "cases")
# What looks at the value that these change has it compared, or done anew, see loads.py, rules.py.
_COMPARED = (
    "os.environ", "os.chdir", "sys.path", "sys.stdin", "sys.stdout", "sys.stderr",
    "sys.dont_write_bytecode", "dotenv", "numpy.random.seed", "pandas.set_option",
)  # fmt: skip
# Of the standard library and of Python: whose calls change what a package may look at.
_CHANGING = {"locale", "importlib", "runpy", "ctypes", "imp"}
_CHANGING_BUILTINS = {"exec", "eval", "compile", "setattr", "delattr", "__import__"}


class Outline:
    """The statements that are executed with a file. Raises SyntaxError."""

    def __init__(self, text, path, is_script):
        body = compile(text, path, "exec", _ONLY_AST, True).body
        self.body = [
            node for node in body if not is_text(node) and (is_script or not _asks_for_main(node))
        ]
        self.origins = {}  # by name: the dotted name of what an import has bound to it
        self.defined = {}  # by name: functions, methods and classes
        self.simple = []  # statements without a block, as they are executed
        self.note(self.body, True)

    def note(self, nodes, is_executed):
        for node in nodes:
            kind = type(node).__name__
            if kind == "Import":
                for each in node.names:
                    self.origins[each.asname or each.name.partition(".")[0]] = (
                        each.name if each.asname else each.name.partition(".")[0]
                    )
            elif kind == "ImportFrom":
                for each in node.names:
                    self.origins[each.asname or each.name] = module_of(node) + "." + each.name
            elif kind == "Assign" and _dotted(node.value):
                self.origins.setdefault(_dotted(node.targets[0]), self.dotted(node.value))
            is_function = kind in _FUNCTIONS
            if is_function or kind == "ClassDef":
                self.defined.setdefault(node.name, []).append(node)
            blocks = [getattr(node, name, None) or () for name in _BLOCKS]
            if is_executed and not is_function:
                self.simple.append(node)
            for block in blocks:
                self.note(block, is_executed and not is_function)

    def dotted(self, node):
        """What this name stands for, by its import: 'numpy.random.seed', say; '' if it is no
        chain of names."""
        first, dot, rest = _dotted(node).partition(".")
        return self.origins.get(first, first) + dot + rest

    def is_imported(self, node):
        return _dotted(node).partition(".")[0] in self.origins

    def statement_at(self, line):
        """The number of the statement that this line belongs to; how many there are, if none."""
        for number, node in enumerate(self.body):
            if node.lineno <= line <= (node.end_lineno or line):
                return number
        return len(self.body)


class Program:
    """Outlines by their paths; what is defined in one may be called in another."""

    def __init__(self, outlines, users, library):
        self.outlines = outlines
        self.users = users  # first names of the user's own modules
        self.library = library  # and of those of the standard library
        self.defined = {}
        for outline in outlines.values():
            for name, nodes in outline.defined.items():
                self.defined.setdefault(name, []).extend((outline, node) for node in nodes)
        self.judged = {}  # by the name of what is called: does that change what others look at?

    # -- may something have been changed that a package looks at when it is imported?

    def first_change(self, path):
        """The line behind which that may be; None if nowhere."""
        outline = self.outlines[path]
        found = [node for node in outline.simple if self.changes(outline, node)]
        ends = [node.lineno if hasattr(node, "body") else node.end_lineno for node in found]
        return min(ends, default=None)

    def changes(self, outline, node):
        """Does this statement, or a function of the user's that it calls, change something of
        somebody else's? What a package is called for, its value, is taken to change nothing."""
        todo, known = list(self.called(outline, node)), set()
        if self.changes_itself(outline, node):
            return True
        while todo:
            name = todo.pop()
            if name not in known:
                known.add(name)
                if name not in self.judged:
                    self.judged[name] = self.judge(name)
                todo += self.judged[name][1]
                if self.judged[name][0]:
                    return True
        return False

    def judge(self, name):
        """Do the user's functions of this name change something themselves; what do they call?"""
        found, called = False, set()
        for outline, function in self.defined.get(name, ()):
            for node in _statements(function.body, type(function).__name__ == "ClassDef"):
                found = found or self.changes_itself(outline, node)
                called |= self.called(outline, node)
        return found, called

    def changes_itself(self, outline, node):
        """A block's own statements are not looked at."""
        kind = type(node).__name__
        discarded = []
        if kind == "Expr":
            discarded = [node.value]
        elif kind in ("With", "AsyncWith"):
            discarded = [item.context_expr for item in node.items]
        targets = [getattr(node, "target", None), *(getattr(node, "targets", None) or ())]
        return any(self.is_others(outline, each) for each in targets if each is not None) or any(
            self.is_changing_call(outline, each) for each in discarded
        )

    def is_others(self, outline, target):
        """Something in a module or object that was imported, not the user's?"""
        if type(target).__name__ not in ("Attribute", "Subscript"):
            return any(self.is_others(outline, each) for each in getattr(target, "elts", ()))
        while type(target).__name__ == "Subscript" or not outline.dotted(target):
            target = getattr(target, "value", None)
            if target is None:  # what a call has given
                return False
        dotted = outline.dotted(target)
        is_compared = dotted.startswith(_COMPARED)
        return outline.is_imported(target) and not is_compared and not self.is_users(dotted)

    def is_users(self, dotted):
        return dotted[:1] == "." or dotted.partition(".")[0] in self.users

    def is_changing_call(self, outline, node):
        """One whose value nobody keeps."""
        if type(node).__name__ in ("Await", "NamedExpr"):
            node = node.value
        if type(node).__name__ != "Call":
            return False
        dotted = outline.dotted(node.func)
        top = dotted.partition(".")[0]
        if not dotted or dotted.startswith(_COMPARED):
            return False
        if not outline.is_imported(node.func):
            return dotted in _CHANGING_BUILTINS
        if self.is_users(dotted):
            return False  # what it does there, see changes()
        return top in _CHANGING or top not in self.library

    def called(self, outline, node, blocks=False):
        """The last names of what a statement calls that may be the user's. `blocks`: also of the
        statements in it."""
        functions = list(getattr(node, "decorator_list", ()))
        for each in walk(_executed(node, blocks)):
            if type(each).__name__ == "Call":
                functions.append(each.func)
        return {
            getattr(each, "attr", getattr(each, "id", ""))
            for each in functions
            if not outline.is_imported(each) or self.is_users(outline.dotted(each))
        }

    # -- which names does it depend on what is executed?

    def read(self, statements):
        """The names that these statements read, and so do those that define what they name.
        `statements`: pairs of an outline and its statement."""
        free = {}  # by name: what only those need look at who read it
        found, todo = set(), []
        for outline, node in statements:
            bound = self.freely_bound(outline, node)
            if bound is None:
                todo += names(node, bodies=False)
            for name in bound or ():
                free.setdefault(name, []).append(node)
        while todo:
            name = todo.pop()
            if name in found:
                continue
            found.add(name)
            for node in free.get(name, ()):
                todo += names(node)
            for _, node in self.defined.get(name, ()):
                todo += names(node.body)
            for outline in self.outlines.values():
                todo += [outline.origins.get(name, "").rpartition(".")[2]]
        return found

    def freely_bound(self, outline, node):
        """The names that a statement gives to what nobody else could tell; None if it may do more
        than that. It may be edited if nobody reads them."""
        kind = type(node).__name__
        if kind in _FUNCTIONS:
            return {node.name} if self.is_quiet(outline, node) else None
        if kind == "ClassDef":
            is_free = self.is_quiet(outline, node) and "__init_subclass__" not in self.defined
            inner = [is_text(each) or self.freely_bound(outline, each) for each in node.body]
            return {node.name} if is_free and None not in inner else None
        if is_import(node):
            return None
        prints = kind == "Expr" and _dotted(getattr(node.value, "func", None)) == "print"
        if prints or kind == "Pass":
            return set() if self.is_quiet(outline, node) else None
        if kind in _ASSIGNMENTS:
            targets = getattr(node, "targets", None) or [node.target]
            bound = set()
            for target in targets:
                each = getattr(target, "elts", [target])
                if any(type(name).__name__ != "Name" for name in each):
                    return None
                bound.update(name.id for name in each)
            return bound if self.is_quiet(outline, node) else None
        return None

    def is_quiet(self, outline, node):
        """Is nothing of the user's called, and nothing bound within?"""
        if self.defined.keys() & self.called(outline, node, blocks=True):
            return False
        return not any(type(each).__name__ in ("NamedExpr", "Await") for each in walk(node))


def library_names(library):
    """The first names of the standard library's modules. `library`: see rules.py."""
    found = {"__future__", *sys.builtin_module_names}
    for folder in library.folders:
        for each in (folder, os.path.join(folder, "lib-dynload")):
            try:
                found.update(map(part("rules").module_name, os.listdir(each)))
            except OSError:
                pass
    return found


def is_text(node):
    """A docstring, say."""
    value = getattr(node, "value", None)
    return type(node).__name__ == "Expr" and type(value).__name__ in ("Constant", "Str")


def is_import(node):
    return type(node).__name__ in ("Import", "ImportFrom")


def module_of(node):
    """Of `from ... import`, with the dots before it."""
    return "." * node.level + (node.module or "")


def _asks_for_main(node):
    """`if __name__ == "__main__":`, whose block only the script executes."""
    return type(node).__name__ == "If" and not node.orelse and "__name__" in names(node.test)


def _dotted(node):
    """'' if it is no chain of names."""
    if type(node).__name__ == "Name":
        return node.id
    if type(node).__name__ == "Attribute":
        before = _dotted(node.value)
        return before and before + "." + node.attr
    return ""


def fields(node):
    if isinstance(node, (list, tuple)):
        return node
    return [getattr(node, name, None) for name in getattr(node, "_fields", ())]


def is_node(value):
    return isinstance(value, (list, tuple)) or hasattr(value, "_fields")


def is_function(node):
    return type(node).__name__ in ("Lambda", *_FUNCTIONS)


def _executed(node, blocks=True):
    """What of it is executed with it: all but the bodies of functions. `blocks`: also the
    statements in it."""
    if is_function(node):
        return [getattr(node, name, None) for name in ("decorator_list", "args", "returns")]
    if blocks or not hasattr(node, "_fields"):
        return fields(node)
    return [getattr(node, name, None) for name in node._fields if name not in _BLOCKS]


def walk(node):
    """The nodes that are executed with these."""
    todo = [node]
    while todo:
        node = todo.pop()
        yield node
        todo += [each for each in _executed(node) if is_node(each)]


def _statements(nodes, with_methods=False):
    """All of them, those in blocks too, but not those of functions."""
    for node in nodes:
        yield node
        if with_methods or not is_function(node):
            for name in _BLOCKS:
                yield from _statements(getattr(node, name, None) or ())


def names(node, bodies=True):
    """All names that are read there, and those of attributes. `bodies`: also in functions."""
    found, todo = set(), [node]
    while todo:
        node = todo.pop()
        kind = type(node).__name__
        if kind == "Name":
            found.add(node.id)
        elif kind == "Attribute":
            found.add(node.attr)
        todo += [each for each in (fields(node) if bodies else _executed(node)) if is_node(each)]
    return found


def dump(node, read, whole=False):
    """Equal for two that do the same when they are executed. `read`: whose functions count with
    their bodies; `whole`: all do."""
    if isinstance(node, (list, tuple)):
        return tuple(dump(each, read, whole) for each in node if not is_text(each))
    if not hasattr(node, "_fields"):
        return type(node).__name__, repr(node)
    name = getattr(node, "name", "")
    inner = fields(node)
    if is_function(node) and not whole and name not in read:
        inner = [name, *_executed(node)]
    whole = whole or type(node).__name__ == "ClassDef" and name in read
    return (type(node).__name__, *(dump(each, read, whole) for each in inner))
