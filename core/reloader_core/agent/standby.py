"""What a parked child does ahead of time, and what it tells of that. Runs before the script."""

import os
import sys

part = globals()["part"]  # see sitecustomize.py
errors, loads = part("errors"), part("loads")


def lists_of(fields):
    """Each is told by how many fields there are of it."""
    fields, found = list(fields), []
    while fields:
        end = int(fields[0]) + 1
        found.append(fields[1:end])
        del fields[:end]
    return found


class Ahead:
    """What is loaded before `go`: by the .pth files, by the sitecustomize in whose place this
    stands, and what is imported ahead. The run gets the text of then, so the supervisor is told
    what the files looked like, and which it missed: a sitecustomize that appears. The standard
    library, which nobody edits, is left out."""

    def __init__(self, agent):
        self.agent = agent
        self.files = {}  # path -> signature, read before the file was where that can be
        self.missing = []  # files
        self.told = 0

    def before_import(self):
        pass

    def on_found(self, name, spec):
        if spec.has_location:
            self.note(spec.origin)
            if name == "sitecustomize":  # Debian's Python has one; another may come before it
                folder = os.path.dirname(spec.origin)
                before = sys.path[: sys.path.index(folder)] if folder in sys.path else []
                self.report_missing(name, before)

    def report_missing(self, name, folders):
        tail = name.rpartition(".")[2]
        for folder in map(os.path.abspath, folders):
            if not (folder + os.sep).startswith(self.agent.not_users):
                self.missing.append(os.path.join(folder, tail + ".py"))
                self.missing.append(os.path.join(folder, tail, "__init__.py"))

    def note(self, path):
        if not isinstance(path, str) or path[:1] == "<" or path in self.agent.loads.swept:
            return
        self.agent.loads.swept.add(path)  # at `go` somebody waits: nothing is left to be done
        path = os.path.abspath(path)
        if loads.is_installed(path) or not path.startswith(self.agent.not_users):
            if path not in self.files and not self.agent.is_ours(path):
                self.files[path] = loads.signature(path)

    def sweep(self):
        """Note what came past the finder, or before it."""
        for module in list(sys.modules.values()):
            try:
                self.note(loads.reporter.file_of(module))
            except Exception:  # a module may be any object
                pass

    def tell(self):
        """Tell the supervisor what it has not been told yet."""
        self.sweep()
        if not self.told and sys.prefix != sys.base_prefix:
            config = os.path.join(sys.prefix, "pyvenv.cfg")
            self.agent.send("ahead", config, "", *loads.signature(config))
        for path in list(self.files)[self.told :]:
            self.agent.send("ahead", path, loads.bytecode(path), *self.files[path])
        for path in self.missing:
            self.agent.send("ahead", path, "")
        self.told, self.missing = len(self.files), []
        self.agent.loads.last_module = next(reversed(sys.modules))  # the others are known


class Standby:
    """What a parked child does ahead of time, quietly: import, and look at what was saved."""

    def __init__(self, agent):
        self.agent = agent
        self.folders = []
        self.tops = set()  # of what was imported ahead, or looked for in vain
        self.failed = []  # names that cannot be imported
        self.guard = None  # once a package was imported

    def preload(self, folders, script, files, names, packages=("all",), places=(), sources=()):
        """Import what the last run did, so that the next need not. If a module says, starts or
        changes something this child ends, since that cannot be undone. `script`: its path, or
        nothing; `files`: path and signature of what the last run has loaded that is the user's;
        `packages`: 'all' or 'tested', empty if of packages only the first names are to be told;
        `places`: where the user's code imports packages, see prefix.py; `sources`: what else the
        runs have loaded, see codes.py."""
        agent = self.agent
        agent.loads.tells_packages = bool(packages)
        if agent.stash is None:
            library = part("rules").Library(os.path.dirname(os.__file__))
            agent.aside = part("aside").Aside(library)
            part("exits")  # read now, while nobody waits for it, nor is an import recorded
            part("lasting")
            agent.stash = part("stash").Stash(library, agent.loads.on_given)
            agent.loads.codes = part("codes").Codes(agent.stash)
        self.folders, self.failed = folders, []
        if packages:
            prefix, library = part("prefix"), agent.stash.library
            places = prefix.places_of(places)
            self.guard = prefix.Guard("".join(script), files, folders, places, library)
            late = self.guard.late(names)
            names = [name for name in names if name not in late or self.guard.is_librarys(name)]
            if packages == ["tested"]:
                first = part("tested").found(sys.path) | self.guard.library
                names = [name for name in names if name.partition(".")[0] in first]
        with agent.stash.recorder():
            refused = [name for name in names if not self.can_import(name)]
        spoilt = agent.stash.take(names, self.shadowed(), refused)
        if refused or spoilt:
            agent.send("refused", *refused, *spoilt)
            os._exit(3)
        modules = agent.stash.of_packages()
        if modules:
            self.guard.settle(modules)
        else:
            self.guard = None
        agent.loads.codes.read(sources)
        agent.aside.freeze()
        agent.ahead.tell()
        agent.send("ready", *self.failed)

    def can_import(self, name):
        """Do it: no word, nothing started or changed?"""
        if name in sys.modules:
            return True
        stash, rules, packages = self.agent.stash, part("rules"), part("packages")
        lasting = part("lasting")
        before, known = rules.surroundings(), len(stash.records)
        state, patches = lasting.state(), lasting.Patches()
        with part("silence").Silence() as silent, packages.as_if_running(self.folders):
            try:
                __import__(name)
            except BaseException:
                self.failed.append(name)
        new = list(stash.records.values())[known:]
        for record in new:
            self.tops |= record.missed if record.parent else {record.name} | record.missed
        if not silent.was_kept:
            return False
        if all(stash.library.made(record.spec) for record in new):
            return rules.surroundings() == before
        return lasting.state() == state and not patches.made({record.top for record in new})

    def shadowed(self):
        """Those that the script's folder would have provided (a calendar.py)."""
        found = set()
        for folder in self.folders if self.tops else ():
            try:
                found.update(map(part("rules").module_name, os.listdir(folder)))
            except OSError:
                pass
        return found & self.tops

    def check(self, number, path):
        """Does what was saved parse?"""
        streams = sys.stdout, sys.stderr
        sys.stdout = sys.stderr = _Recorder()  # SyntaxWarnings come at the run itself
        error = ()
        try:
            with open(path, "rb", opener=self.agent.channel.opener) as file:
                source = file.read()
            compile(source, path, "exec", dont_inherit=True)
        except SyntaxError as found:
            error = errors.describe_syntax_error(found, path)
        except ValueError as found:  # a NUL byte, before 3.12
            error = "SyntaxError", str(found), path, "0"
        except BaseException:  # not ours to judge: the run will show it
            pass
        sys.stdout, sys.stderr = streams
        self.agent.send("checked", number, *error)

    def settle_up(self):
        """At `go`: what was true when the modules were imported must be true now."""
        if self.agent.stash is None:  # none were
            return
        if self.shadowed() or (self.guard is not None and not self.guard.holds()):
            os._exit(3)
        library = "python{}{}.zip".format(*sys.version_info)
        for entry in list(sys.path_importer_cache):
            is_users = not (entry + os.sep).startswith(self.agent.not_users)
            if is_users and os.path.basename(entry) != library:
                del sys.path_importer_cache[entry]  # what lies in the user's folders, by now


class _Recorder:
    """Stands in for stdout and stderr; remembers only whether anything was said."""

    encoding, errors, closed, used = "utf-8", "strict", False, False

    def write(self, text):
        self.used = self.used or bool(text)
        return len(text)

    def flush(self):
        pass

    def isatty(self):
        return False
