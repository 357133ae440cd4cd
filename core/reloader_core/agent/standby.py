"""What a parked child does ahead of time, and what it tells of that. Runs before the script."""

import os
import sys
import time

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


class Standby:
    """What a parked child does ahead of time, quietly: import, and look at what was saved."""

    def __init__(self, agent):
        self.agent = agent
        self.at_first = None
        self.folders = []
        self.tops = set()
        self.unseen = []  # the specs of what was imported ahead, and what they are to be until used

    def preload(self, folders, names):
        """Import what the last run took from the standard library, so that the next need
        not. A module that says or starts something is refused; then this child ends,
        since that cannot be undone."""
        if self.at_first is None:
            self.at_first = set(sys.modules)
            self.agent.aside = part("aside").Aside(os.path.dirname(os.__file__))
        self.folders = folders
        for name in names:
            if name not in sys.modules and not self.is_quiet(name):
                self.agent.send("refused", name)
                os._exit(3)
        added = [name for name in sys.modules if name not in self.at_first]
        self.tops = {name.partition(".")[0] for name in added}
        self.prepare_for_use(added)  # now, while nobody waits for it
        self.agent.aside.freeze()
        self.agent.ahead.tell()
        self.agent.send("ready")

    def is_quiet(self, name):
        """Import it: no error, no word, no thread, nothing that the script has itself?"""
        streams = sys.stdout, sys.stderr
        sys.stdout = sys.stderr = recorder = _Recorder()
        try:
            __import__(name)
        except BaseException:
            return False
        finally:
            sys.stdout, sys.stderr = streams
        self.tops = {each.partition(".")[0] for each in sys.modules if each not in self.at_first}
        return not recorder.used and len(sys._current_frames()) == 1 and not self.is_shadowed()

    def is_shadowed(self):
        """Would the script's folder have provided one of these modules (a calendar.py)?"""
        for folder in self.folders:
            try:
                names = {entry.partition(".")[0] for entry in os.listdir(folder)}
                if not self.tops.isdisjoint(names):
                    return True
            except OSError:
                pass
        return False

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
        if self.at_first is None:
            return
        if self.is_shadowed():
            os._exit(3)
        for spec, unseen in self.unseen:
            spec.__class__ = unseen
        for entry in list(sys.path_importer_cache):
            if not (entry + os.sep).startswith(self.agent.not_users):
                del sys.path_importer_cache[entry]  # what lies in the user's folders, by now
        logging = sys.modules.get("logging")
        if logging is not None and "logging" not in self.at_first:
            now = time.time_ns if isinstance(logging._startTime, int) else time.time
            logging._startTime = now()  # relativeCreated counts from the start

    def prepare_for_use(self, names):
        """Have the script's first import of each of these reported: it finds the module there,
        so no finder is asked. But each import looks whether the module is still being executed,
        which its spec knows; that is of a class of ours until then."""
        agent, kind = self.agent, sys.modules["_frozen_importlib"].ModuleSpec
        unused = set(names)

        def use(name, words):
            """Also the submodules that `from name import ...`, by these words, may ask for."""
            unused.discard(name)
            agent.loads.report_use(name, getattr(sys.modules.get(name), "__file__", None))
            for below in [each for each in unused if each.rpartition(".")[0] == name]:
                if below.rpartition(".")[2] in words:
                    use(below, words)

        def is_initializing(spec):
            spec.__class__ = kind
            try:
                use(spec.name, sys._getframe(1).f_code.co_names)
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
