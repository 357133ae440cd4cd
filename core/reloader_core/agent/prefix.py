"""What the user has edited since the last run: may packages have been imported ahead all the same?

They were imported as if nothing had happened before. What can matter is executed before the last
import that some module of the user's makes of one of them (`places`); what comes behind it nobody
sees. Before it only that may be edited which leaves nothing to others, and imports may be added: a
function that is not called until then, a name that is not read. And a package that is imported
when something may have been changed that it looks at (`matplotlib.use()`) is not imported ahead at
all. Runs in a parked child; at `go` only what was saved is read again.
"""

import os

part = globals()["part"]  # see sitecustomize.py
signature = part("loads").signature
statements = part("statements")
_MOST_FILES, _MOST_BYTES = 400, 8 << 20
# Who writes one of these words may change what a package sees, wherever that is executed.
_WORDS = (
    b"environ", b"putenv", b"dotenv", b"chdir", b"sys.path", b"setlocale", b"matplotlib.use",
    b"mpl.use",
)  # fmt: skip


class Place:
    """Where the user's code imports a package. `number`: how many of the user's files had been
    loaded by then, -1 if the present run has not come there yet; `lines`: by path, of those that
    were being executed."""

    def __init__(self, name, number, lines):
        self.name, self.number, self.lines = name, number, lines


def places_of(words):
    """From what the supervisor says, see Request.PRELOAD in child/wire.py."""
    words, found = list(words), []
    while words:
        name, number, count = words[0], int(words[1]), int(words[2])
        end = 3 + 2 * count
        lines = dict(zip(words[3:end:2], map(int, words[4:end:2])))
        found.append(Place(name, number, lines))
        del words[:end]
    return found


class Guard:
    """`script`: the path of the one that is run, if any; `files`: path, then the three words of the
    signature that the last run has read; `folders`: of the user's modules; `library`: see
    rules.py."""

    def __init__(self, script, files, folders, places, library):
        self.script = script
        self.folders = folders
        self.places = places
        self.seen = {}
        size = 0
        for path, *seen in zip(*[iter(files)] * 4):
            text = None
            if len(self.seen) < _MOST_FILES and size + int(seen[1]) < _MOST_BYTES:
                text = _read(path, tuple(seen))
            size += len(text or b"")
            self.seen[path] = tuple(seen), text
        self.outlines = {path: self.outline(path, text) for path, (_, text) in self.seen.items()}
        self.outlines = {path: each for path, each in self.outlines.items() if each is not None}
        self.library = statements.library_names(library)
        self.users = set()
        self.last = None
        self.modules = ()

    def outline(self, path, text):
        try:
            return statements.Outline(text, path, path == self.script)
        except Exception:  # it is no Python, or does not parse
            return None

    def program(self, outlines):
        return statements.Program(outlines, self.users, self.library)

    def look_around(self):
        """Which modules are the user's, by their first names, as of now."""
        self.users = found = set()
        for path in self.seen:
            folder, name = os.path.split(path)
            found.update((name.partition(".")[0], os.path.basename(folder)))
        for folder in self.folders:
            try:
                found.update(map(part("rules").module_name, os.listdir(folder)))
            except OSError:
                pass

    # -- before anything is imported ahead

    def late(self, names):
        """Those of the names, in the order of the imports, that are imported when something may
        have been changed that they look at."""
        self.look_around()
        program, changed = self.program(self.outlines), {}
        for path in self.outlines:
            changed[path] = program.first_change(path)
        clean = []
        for place in self.places:
            if self.is_after_change(place, changed):
                if place.name in names:
                    return names[names.index(place.name) :]
                known = [names.index(each) + 1 for each in clean if each in names]
                return names[max(known, default=0) :]
            clean.append(place.name)
        return []

    def is_after_change(self, place, changed):
        before = list(self.seen)[: max(place.number, 0)]
        return any(
            line < place.lines.get(path, line + 1)
            for path, line in changed.items()
            if line is not None and (path in place.lines or path in before)
        )

    def is_librarys(self, name):
        return name.partition(".")[0] in self.library

    # -- at `go`

    def settle(self, modules):
        """The names of the packages' modules that have been imported ahead."""
        self.modules = modules
        for place in self.places:
            if place.name in modules:
                self.last = place

    def holds(self):
        """Has nothing been edited that a package could have seen?"""
        now = {path: signature(path) for path in self.seen}
        changed = {path: _read(path, now[path]) for path in now if now[path] != self.seen[path][0]}
        changed = {path: text for path, text in changed.items() if text != self.seen[path][1]}
        if None in changed.values() or any(self.seen[path][1] is None for path in changed):
            return False
        return not changed or self.is_placed() and self.is_harmless(changed)

    def is_placed(self):
        """Is it known where all of that is executed which runs before the last import? Not if a
        file was told of by two names."""
        return self.last is None or self.seen.keys() >= self.last.lines.keys()

    def is_harmless(self, changed):
        self.look_around()
        after = dict(self.outlines)
        for path, text in changed.items():
            lines = set(self.seen[path][1].splitlines()) ^ set(text.splitlines())
            if any(map(_is_felt, lines)):
                return False
            after[path] = self.outline(path, text)
            if path not in self.outlines or after[path] is None:
                return False
        paths = [path for path in changed if self.end(path)]
        return not paths or self.fits(paths, after)

    def end(self, path):
        """How many statements of this file are executed before the last import."""
        if self.last is None:
            return 0
        outline, last = self.outlines.get(path), self.last
        if outline is None:
            return 0
        if path in last.lines and last.number >= 0:
            return min(outline.statement_at(last.lines[path]) + 1, len(outline.body))
        is_before = last.number < 0 or path in list(self.seen)[: last.number]
        return len(outline.body) if is_before else 0

    def fits(self, paths, after):
        ends = {path: self.end(path) for path in self.outlines}
        new_ends = dict(ends)
        for path in paths:
            new_ends[path] = self.new_end(path, after[path])
            if new_ends[path] is None:
                return False
        programs = self.program(self.outlines), self.program(after)
        read = set()
        for program, its_ends in zip(programs, (ends, new_ends)):
            read |= program.read(
                (outline, node)
                for path, outline in program.outlines.items()
                for node in outline.body[: its_ends[path]]
            )
        for path in paths:
            before, now = (
                self.units(program, program.outlines[path], its_ends[path], read)
                for program, its_ends in zip(programs, (ends, new_ends))
            )
            if not self.is_same_but_for_imports(before, now):
                return False
        return True

    def new_end(self, path, outline):
        """Where the last import is by now; None if it is not there."""
        before, end = self.outlines[path].body, self.end(path)
        if not before or end == len(before):
            return len(outline.body)
        wanted = self.first_unit(before[end - 1])
        for number, node in enumerate(outline.body):
            if wanted == self.first_unit(node):
                return number + 1
        return None

    def first_unit(self, node):
        if statements.is_import(node):
            return self.imported(node)[0]
        return statements.dump(node, (), True)

    def units(self, program, outline, end, read):
        """The statements up to there that somebody might tell, to be compared."""
        found = []
        for node in outline.body[:end]:
            if statements.is_import(node):
                found += [unit for unit in self.imported(node) if unit not in found]
                found += [("name", *each) for each in _bound(node) if each[1] in read]
                continue
            bound = program.freely_bound(outline, node)
            if bound is None or not read.isdisjoint(bound):
                found.append(statements.dump(node, read))
        return found

    def imported(self, node):
        """The modules that this import is about, as far as is known."""
        if type(node).__name__ == "Import":
            return [("import", each.name) for each in node.names]
        module = statements.module_of(node)
        below = [module + "." + each.name for each in node.names if self.is_module(module, each)]
        return [("import", each) for each in (module, *below)]

    def is_module(self, package, alias):
        """Or is it only a name in that package?"""
        if package + "." + alias.name in self.modules:
            return True
        folders = {os.path.dirname(path) for path in self.seen}.union(self.folders)
        return package.partition(".")[0] in {"", *self.users} and any(
            os.path.exists(os.path.join(folder, alias.name + ending))
            for folder in folders
            for ending in (".py", "")
        )

    def is_same_but_for_imports(self, before, now):
        position = 0
        for unit in now:
            if position < len(before) and before[position] == unit:
                position += 1
            elif unit[0] != "import" or not self.is_harmless_import(unit[1].partition(".")[0]):
                return False
        return position == len(before)

    def is_harmless_import(self, top):
        """What a new package does, the others have not seen."""
        tops = {name.partition(".")[0] for name in self.modules}
        return bool(top) and top not in self.users and top in tops | self.library


def _read(path, seen):
    """The text, if it still is the one of this signature."""
    try:
        with open(path, "rb") as file:
            text = file.read()
    except OSError:
        return None
    return text if signature(path) == seen else None


def _is_felt(line):
    return any(word in line for word in _WORDS) or b"=" in line.partition(b"sys.std")[2]


def _bound(node):
    """Pairs: what each name of an import stands for, and the name."""
    if type(node).__name__ == "Import":
        return [(each.name, each.asname or each.name.partition(".")[0]) for each in node.names]
    module = statements.module_of(node)
    return [(module + "." + each.name, each.asname or each.name) for each in node.names]
