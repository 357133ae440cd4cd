"""What own files and packages have, but not where it is asked for: see entry.py. Pure."""

from __future__ import annotations

from reloader_core.explain.kinds.entry import Entry


class PackagedKinds:
    HELD_BY_PART = Entry("held by part", "module", "attribute", "file", "part", "instead")
    HELD_IMPORT = Entry("held import", "module", "name", "file", "instead")
    ONLY_WHEN_RUN = Entry("only when run", "name", "line", "file")
    METHOD_IN_MODULE = Entry("method in module", "name", "class", "file", "instead")
    STAR_LEFT_OUT = Entry("star left out", "name", "file", "instead")
    MODULE_BESIDE = Entry("module beside", "name", "file", "instead")
    CLASS_PARAMETERS = Entry("class parameters", "line", "instead", "instead2")
