"""Names that a package gets when somebody first asks for them (`from pydantic import BaseModel`, by
its __getattr__): they are taken back with the rest, and whoever asks has them set again.

Runs in a parked child, while modules are imported.
"""

import sys


class Dynamic:
    """`keep(record, names, key)`: this one is the record's doing, see effects.py."""

    def __init__(self, keep):
        self.keep = keep
        self.known = {}  # by the name of a module that may be asked: the names in it
        self.brought = {}  # by module and such a name: the modules that asking has brought

    def begin(self):
        self.known = {}
        for name, module in list(sys.modules.items()):
            self.watch(name, module)

    def watch(self, name, module):
        """It is complete."""
        own = getattr(module, "__dict__", {})
        if "__getattr__" in own:
            self.known[name] = set(own)

    def look(self, record, name, words):
        """The record's code has asked this module for the words: which names have come by that?"""
        known = self.known.get(name)
        if known is None or not words:
            return ()
        own = vars(sys.modules[name])
        new, self.known[name] = own.keys() - known, set(own)
        if new.isdisjoint(words):
            return ()
        new = [key for key in new if sys.modules.get(name + "." + key) is not own[key]]
        for key in new:
            self.keep(record, own, key)
        return new

    def steps(self, name, words, steps, new):
        """With what was done for the first one who asked: for the next one it is there."""
        names = [each for each in steps if type(each) is str]
        for word in words:
            if word not in new and (name, word) in self.brought:
                own = vars(sys.modules[name])
                steps += [each for each in self.brought[name, word] if each not in names]
                steps.append((own.__setitem__, (word, own[word])))
        self.brought.update(((name, key), names) for key in new)
        return steps

    def apart(self, name, words):
        """Each of these has to be asked for by itself, so that it is known what it brings."""
        return words if name in self.known and len(words or ()) > 1 and "*" not in words else ()
