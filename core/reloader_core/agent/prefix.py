"""What the user has edited since the last run: may packages have been imported ahead all the same?

They were imported as if nothing had happened before. So only imports may be added to what runs
before the last import of the script, or when another of its modules is imported; and nothing else
may be different there, or in another order. Runs in a parked child; the texts are looked at when
the child goes, most of them by their signature alone.
"""

import os

part = globals()["part"]  # see sitecustomize.py
signature = part("loads").signature
_ONLY_AST = 0x400
_FUNCTIONS = ("FunctionDef", "AsyncFunctionDef")
_MOST_FILES, _MOST_BYTES = 400, 8 << 20
# Who writes one of these words may change what a package sees, wherever that is executed.
_WORDS = (
    "environ", "putenv", "dotenv", "chdir", "sys.path", "setlocale", "sys.std",
)  # fmt: skip


class Guard:
    """`files`: path, then the three words of the signature that the last run has read; `script`:
    the path of the one that is run, if any."""

    def __init__(self, script, files, folders):
        self.script = script
        self.folders = folders
        self.seen = {}
        size = 0
        for path, *seen in zip(*[iter(files)] * 4):
            text = None
            if len(self.seen) < _MOST_FILES and size + int(seen[1]) < _MOST_BYTES:
                text = _read(path, tuple(seen))
            size += len(text or b"")
            self.seen[path] = tuple(seen), text

    def holds(self):
        """Has nothing been edited that a package could have seen?"""
        for path, (seen, text) in self.seen.items():
            now = signature(path)
            if now != seen and not self.is_harmless(path, text, _read(path, now)):
                return False
        return True

    def is_harmless(self, path, before, now):
        if before is None or now is None:
            return False
        if before == now:
            return True
        changed = set(before.splitlines()) ^ set(now.splitlines())
        if any(word.encode() in line for line in changed for word in _WORDS):
            return False
        try:
            is_script = path == self.script
            return self.fits(_Outline(before, path, is_script), _Outline(now, path, is_script))
        except Exception:  # it does not parse, say
            return False

    def fits(self, before, now):
        called = before.called | now.called
        position, added = 0, []
        for node in now.body:
            is_same = position < len(before.body) and (
                _dump(before.body[position], called) == _dump(node, called)
            )
            if is_same:
                position += 1
            elif now.is_script and position >= before.end and node not in now.body[: now.end]:
                break
            elif not _is_import(node):
                return False
            else:
                added.append(_dump(node, called))
        return position >= before.end and not any(map(self.is_users, added))

    def is_users(self, statement):
        """Could this import run code of the user's?"""
        names = _imported(statement)
        found = set()
        for folder in self.folders:
            try:
                found.update(map(part("rules").module_name, os.listdir(folder)))
            except OSError:
                pass
        return not names or not found.isdisjoint(names)


def _read(path, seen):
    """The text, if it still is the one of this signature."""
    try:
        with open(path, "rb") as file:
            text = file.read()
    except OSError:
        return None
    return text if signature(path) == seen else None


class _Outline:
    """The statements that are executed when this file is. `end`: behind the last one that may come
    before an import: those of others follow a module, and nothing follows the script. `called`: the
    functions whose bodies are executed until then."""

    def __init__(self, text, path, is_script):
        body = compile(text, path, "exec", _ONLY_AST, True).body
        self.body = [node for node in body if not _is_text(node)]
        functions = {node.name: node for node in self.body if type(node).__name__ in _FUNCTIONS}
        last = [index for index, node in enumerate(self.body) if _has_import(node)]
        self.is_script = is_script
        self.end = len(self.body) if not is_script else last[-1] + 1 if last else 0
        self.called = self.names_called(self.body[: self.end], functions)

    @staticmethod
    def names_called(nodes, functions):
        """Of the functions whose bodies are executed, too: somebody names them."""
        todo, found = list(nodes), set()
        while todo:
            for name in _names(todo.pop()) & functions.keys() - found:
                found.add(name)
                todo.append((functions[name].body,))
        return found


def _fields(node):
    if isinstance(node, (list, tuple)):
        return node
    return [getattr(node, name, None) for name in getattr(node, "_fields", ())]


def _is_function(node):
    return type(node).__name__ in ("Lambda", *_FUNCTIONS)


def _is_text(node):
    """A docstring, say."""
    value = getattr(node, "value", None)
    return type(node).__name__ == "Expr" and type(value).__name__ in ("Constant", "Str")


def _executed(node):
    """What of it is executed with it: all but the bodies of functions."""
    if _is_function(node):
        return [getattr(node, name, None) for name in ("decorator_list", "args", "returns")]
    return _fields(node)


def _is_import(node):
    return type(node).__name__ in ("Import", "ImportFrom")


def _has_import(node):
    if _is_import(node):
        return True
    return any(_has_import(each) for each in _executed(node) if _is_node(each))


def _is_node(value):
    return isinstance(value, (list, tuple)) or hasattr(value, "_fields")


def _names(node):
    if type(node).__name__ == "Name":
        return {node.id}
    found = set()
    for each in _executed(node):
        if _is_node(each):
            found |= _names(each)
    return found


def _dump(node, called):
    """Equal for two that do the same when they are executed."""
    if isinstance(node, (list, tuple)):
        return tuple(_dump(each, called) for each in node)
    if not hasattr(node, "_fields"):
        return type(node).__name__, repr(node)
    fields = _fields(node)
    if _is_function(node) and getattr(node, "name", "") not in called:
        fields = [getattr(node, "name", ""), *_executed(node)]
    return (type(node).__name__, *(_dump(each, called) for each in fields))


def _imported(statement):
    """The first names of what an import imports, from its dump; nothing: one of this package's."""
    kind, *fields = statement
    if kind == "ImportFrom":
        module, _, level = fields
        if level[1] not in ("0", "None"):
            return set()
        return {_word(module).partition(".")[0]}
    return {_word(alias[1]).partition(".")[0] for alias in fields[0]}


def _word(dumped):
    return dumped[1][1:-1]
