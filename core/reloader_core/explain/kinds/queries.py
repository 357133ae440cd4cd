"""Queries, models and names of packages: see entry.py. Pure."""

from __future__ import annotations

from reloader_core.explain.kinds.entry import Entry


class QueriesKinds:
    ORM_BACK = Entry("orm back", "name", "attribute")
    ORM_AND = Entry("orm and", "instead")
    ORM_CONDITION = Entry("orm condition", "line")
    ORM_ROW_NAME = Entry("orm row name", "what", "instead")
    ORM_FILTER_BY = Entry("orm filter_by", "instead")
    ORM_PARAMETERS = Entry("orm parameters", "line")
    ORM_SELECT_LIST = Entry("orm select list", "instead")
    ORM_NO_QUERY = Entry("orm no query", "name")
    MODEL_OTHER_NAME = Entry("model other name", "name", "field", "near")
    MODEL_ATTRIBUTES = Entry("model attributes", "name")
    MODEL_VALIDATOR = Entry("model validator", "field", "name")
    MODEL_ROOT = Entry("model root", "line")
    MODEL_UNDEFINED = Entry("model undefined", "name", "what")
    MODEL_UNDEFINED_NEAR = Entry("model undefined near", "name", "what", "near")
    PACKAGE_OF_ITS_OWN = Entry("package of its own", "full", "package", "instead")
    PACKAGE_AS = Entry("package as", "name", "package")
    ENV_NONE = Entry("env none", "what", "line", "name")
    PACKAGE_TO_INSTALL = Entry("package to install", "name", "package", "instead")
