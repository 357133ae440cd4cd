"""What a parked child does ahead of time, and what it tells of that. Runs before the script."""

import os
import sys

part = globals()["part"]  # see sitecustomize.py
errors, loads = part("errors"), part("loads")
_INSTALLED = tuple(os.sep + name + os.sep for name in ("site-packages", "dist-packages"))


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
        installed = any(folder in path for folder in _INSTALLED)
        if installed or not path.startswith(self.agent.not_users):
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
        self.tops = set()  # of what was imported ahead
        self.seen = []  # what was imported ahead and is not hidden
        self.unseen = []  # their specs, and what those are to be until used

    def preload(self, folders, names):
        """Import what the last run did, so that the next need not. If a module says, starts or
        changes something this child ends, since that cannot be undone."""
        agent = self.agent
        if agent.stash is None:
            library = part("rules").Library(os.path.dirname(os.__file__))
            agent.aside = part("aside").Aside(library)
            agent.stash = part("stash").Stash(library, agent.loads.on_given)
        self.folders = folders
        with agent.stash.recorder():
            refused = [name for name in names if not self.can_import(name)]
        seen, spoilt = agent.stash.take(names, self.shadowed())
        if refused or spoilt:
            agent.send("refused", *refused, *spoilt)
            os._exit(3)
        self.seen += seen
        self.prepare_for_use(self.seen)  # now, while nobody waits for it
        agent.aside.freeze()
        agent.ahead.tell()
        agent.send("ready")

    def can_import(self, name):
        """Do it: no error, no word, nothing started or changed?"""
        if name in sys.modules:
            return True
        stash, rules = self.agent.stash, part("rules")
        before, known = rules.surroundings(), len(stash.records)
        with part("silence").Silence() as silent:
            try:
                __import__(name)
            except BaseException:
                return False
        new = list(stash.records.values())[known:]
        self.tops |= {record.name for record in new if "." not in record.name}
        librarys = all(stash.library.made(record.spec) for record in new)
        changed = rules.surroundings() != before if librarys else len(sys._current_frames()) > 1
        return silent.was_kept and not changed

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
        if self.shadowed():
            os._exit(3)
        for spec, unseen in self.unseen:
            spec.__class__ = unseen
        library = "python{}{}.zip".format(*sys.version_info)
        for entry in list(sys.path_importer_cache):
            is_users = not (entry + os.sep).startswith(self.agent.not_users)
            if is_users and os.path.basename(entry) != library:
                del sys.path_importer_cache[entry]  # what lies in the user's folders, by now
        if "logging" in self.seen:
            part("effects").count_from_now(sys.modules["logging"])

    def prepare_for_use(self, names):
        """Have the script's first import of each of these reported: it finds the module there,
        so no finder is asked. But each import looks whether the module is still being executed,
        which its spec knows; that is of a class of ours until then."""
        agent, kind = self.agent, sys.modules["_frozen_importlib"].ModuleSpec
        unused = set(names)

        def use(name, words):
            """Also the submodules that `from name import ...`, by these words, may ask for."""
            unused.discard(name)
            agent.loads.report_uses([(name, getattr(sys.modules.get(name), "__file__", None))])
            for below in [each for each in unused if each.rpartition(".")[0] == name]:
                if below.rpartition(".")[2] in words:
                    use(below, words)

        def is_initializing(spec):
            spec.__class__ = kind
            try:
                use(spec.name, sys._getframe(1).f_code.co_names)
                agent.loads.say_uses()
            except Exception:  # never in the script's way
                pass
            return spec.__dict__.get("_initializing", False)

        unseen = type(kind.__name__, (kind,), {"_initializing": property(is_initializing)})
        unseen.__module__ = kind.__module__
        specs = [getattr(sys.modules[name], "__spec__", None) for name in names]
        self.unseen = [(spec, unseen) for spec in specs if type(spec) is kind]


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
