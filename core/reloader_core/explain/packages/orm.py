"""What SQLAlchemy says of tables and classes, and of what its database says. Pure."""

from __future__ import annotations

import ast
import re

from reloader_core.explain.evidence import place
from reloader_core.explain.evidence.facts import Facts
from reloader_core.explain.evidence.near import nearest
from reloader_core.explain.evidence.place import called
from reloader_core.explain.evidence.said_by import by_rows, is_by, meaning, message, saying
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind

_OF_SQLITE = (
    (Kind.SQL_LOCKED, r"database (?:table )?is locked"),
    (Kind.SQL_NO_COLUMN, r"table (?P<table>\w+) has no column named (?P<column>\w+)$"),
    (Kind.SQL_FOREIGN, r"FOREIGN KEY constraint failed"),
    (Kind.SQL_INCOMPLETE, r"incomplete input$"),
    (Kind.SQL_AMBIGUOUS, r"ambiguous column name: (?P<column>\w+)$"),
)
_OF_BOTH = (
    *_OF_SQLITE,
    (Kind.ORM_OPEN, r"unable to open database file"),
    (Kind.SQL_UNIQUE, r"UNIQUE constraint failed: (?P<column>[\w., ]+)$"),
    (Kind.SQL_EMPTY, r"NOT NULL constraint failed: (?P<column>[\w.]+)$"),
    (Kind.SQL_NEAR, r"near (?P<text>\"[^\n]{1,40}\"): syntax error$"),
    (Kind.SQL_TYPE, r"Error binding parameter \S+: type '(?P<type>[\w.]+)' is not supported$"),
)
"""By the versions of sqlite that come with Python 3.8 and later."""
_ERRORS = "OperationalError,IntegrityError,ProgrammingError,DatabaseError,InterfaceError"
_SQLITE = tuple(saying(kind, f"sqlite3 {_ERRORS}", words) for kind, words in _OF_SQLITE)
_ALCHEMY = tuple(
    saying(kind, f"sqlalchemy {_ERRORS}", rf"\(sqlite3\.\w+\) (?:{words.rstrip('$')})(?:\n|$)")
    for kind, words in _OF_BOTH
)
_ORM_TABLE = (
    saying(Kind.ORM_TABLE, "sqlalchemy OperationalError",
           r"\(sqlite3\.OperationalError\) no such table: (?P<table>\w+)(?:\n|$)"),
    saying(Kind.ORM_COLUMN, "sqlalchemy OperationalError",
           r"\(sqlite3\.OperationalError\) no such column: (?P<column>\w+\.\w+)(?:\n|$)"),
    saying(Kind.ORM_COLUMN, "sqlalchemy OperationalError",
           r"\(sqlite3\.OperationalError\) table \w+ has no column named (?P<column>\w+)(?:\n|$)"),
)  # fmt: skip
_TEXT_TABLE = (
    saying(Kind.SQL_TABLE, "sqlalchemy OperationalError",
           r"\(sqlite3\.OperationalError\) no such table: (?P<table>\w+)(?:\n|$)"),
)  # fmt: skip
_SAYINGS = (
    saying(Kind.ORM_NO_KEY, "sqlalchemy ArgumentError",
           r"Mapper (?:Mapper\[|mapped class )(?P<name>\w+)(?:\(|->)\w+\)?\]? could not assemble"
           r" any primary key columns"),
    saying(Kind.ORM_NO_TABLE, "sqlalchemy InvalidRequestError",
           r"Class <class '(?:\w+\.)*(?P<name>\w+)'> does not have a __table__ or __tablename__"),
    saying(Kind.ORM_TABLE_TWICE, "sqlalchemy InvalidRequestError",
           r"Table '(?P<table>[\w.]+)' is already defined for this MetaData instance"),
    saying(Kind.ORM_RESERVED, "sqlalchemy InvalidRequestError",
           r"Attribute name '(?P<name>\w+)' is reserved"),
    saying(Kind.ORM_MAPPED, "sqlalchemy ArgumentError,MappedAnnotationError",
           r"Type annotation for \"(?P<name>[\w.]+)\" can't be correctly interpreted"),
    saying(Kind.ORM_DETACHED_PART, "sqlalchemy DetachedInstanceError",
           r"Parent instance <.*> is not bound to a Session; lazy load operation of attribute"
           r" '(?P<attribute>\w+)' cannot"),
    saying(Kind.ORM_DETACHED, "sqlalchemy DetachedInstanceError",
           r"Instance <.*> is not bound to a Session; attribute refresh operation cannot"),
    saying(Kind.ORM_ROLLBACK, "sqlalchemy PendingRollbackError,InvalidRequestError",
           r"This Session's transaction has been rolled back due to a previous exception"),
    saying(Kind.ORM_TEXT, "sqlalchemy ArgumentError",
           r"Textual SQL expression .* should be explicitly declared as text\("),
    saying(Kind.ORM_TEXT, "sqlalchemy ObjectNotExecutableError",
           r"Not an executable object: ['\"]"),
    saying(Kind.ORM_NO_FIELD, "sqlalchemy InvalidRequestError",
           r"Entity namespace for \"(?P<table>[\w.]+)\" has no property \"(?P<name>\w+)\""),
    saying(Kind.ORM_URL, "sqlalchemy ArgumentError",
           r"Could not parse (?:SQLAlchemy|rfc1738) URL from"),
    saying(Kind.ORM_CLASS_NAME, "sqlalchemy InvalidRequestError",
           r"When initializing mapper .*, expression '.*' failed to locate a name"
           r" \((?:\"name ')?'?(?P<name>\w+)"),
    saying(Kind.ORM_NO_FOREIGN, "sqlalchemy NoForeignKeysError",
           r"Could not determine join condition between parent/child tables on relationship"
           r" (?P<what>[\w.]+) - there are no foreign keys linking"),
    saying(Kind.ORM_FOREIGN_TABLE, "sqlalchemy NoReferencedTableError",
           r"Foreign key associated with column '(?P<column>[\w.]+)' could not find table"
           r" '(?P<table>[\w.]+)'"),
    saying(Kind.ORM_NONE_FOUND, "sqlalchemy NoResultFound", r"No row was found"),
    saying(Kind.ORM_SEVERAL, "sqlalchemy MultipleResultsFound", r"Multiple rows were found"),
    saying(Kind.ORM_DATE, "sqlalchemy StatementError",
           r"\(builtins\.TypeError\) (?P<text>SQLite \w+ type only accepts Python [\w ]+ objects)"),
)  # fmt: skip


_ADDED = (
    saying(Kind.ORM_ADD_CLASS, "sqlalchemy UnmappedInstanceError",
           r"Class '[\w.]+' is not mapped; was a class \((?:\w+\.)*(?P<name>\w+)\) supplied"),
    saying(Kind.ORM_ADD_LIST, "sqlalchemy UnmappedInstanceError",
           r"Class 'builtins\.(?P<type>list|tuple|set)' is not mapped"),
)  # fmt: skip


of_sqlite = by_rows(_SQLITE)


def said(facts: Facts) -> Diagnosis | None:
    """What needs nothing but the message."""
    return _of_tables(facts) or meaning(facts, _ALCHEMY) or meaning(facts, _SAYINGS)


def _of_tables(facts: Facts) -> Diagnosis | None:
    """Of statements that SQLAlchemy has written from classes, and of those that somebody wrote."""
    through = [str(each).replace("\\", "/") for each in facts.told.get("through", ())]
    is_orm = any("/sqlalchemy/orm/" in each for each in through)
    if not is_orm or called(facts, "execute") is not None or _stands_in_text(facts):
        return meaning(facts, _TEXT_TABLE)
    found = meaning(facts, _ORM_TABLE)
    if found is not None and found.kind is Kind.ORM_COLUMN and "." in str(found.values[0]):
        is_of_class = f" {found.values[0]} AS " in message(facts)
        return found if is_of_class else None
    return found


def _stands_in_text(facts: Facts) -> bool:
    """The table, in SQL that the script has written itself, as for session.scalar()."""
    told = re.search(r"no such table: (\w+)", message(facts))
    words = rf"\b(?:FROM|INTO|UPDATE|JOIN)\s+{told[1]}\b" if told is not None else r"(?!)"
    return any(
        isinstance(each.value, str) and re.search(words, each.value, re.IGNORECASE)
        for each in place.every(facts, ast.Constant)
    )


def added(facts: Facts) -> Diagnosis | None:
    """session.add(...)"""
    return meaning(facts, _ADDED) if called(facts, "add") is not None else None


_DIALECTS = {"postgres": "postgresql", "sqlite3": "sqlite", "mariadb+mysql": "mysql"}


def dialect(facts: Facts) -> Diagnosis | None:
    told = re.match(r"Can't load plugin: sqlalchemy\.dialects:([\w.]+)", message(facts))
    instead = _DIALECTS.get(told[1]) if told is not None else None
    if told is None or instead is None or not is_by(facts, "sqlalchemy", "NoSuchModuleError"):
        return None
    return Diagnosis(Kind.ORM_DIALECT, (f"{told[1]}://", f"{instead}://"))


def keyword(facts: Facts) -> Diagnosis | None:
    """User(nmae="Ann"), of a class of a table."""
    told = re.fullmatch(r"'(\w+)' is an invalid keyword argument for (\w+)", message(facts))
    if told is not None and is_by(facts, "sqlalchemy", "TypeError"):
        if near := nearest(told[1], _fields(facts, told[2])):
            return Diagnosis(Kind.NEAR_KEYWORD, (f"{told[2]}()", told[1], near))
        return Diagnosis(Kind.UNKNOWN_KEYWORD, (f"{told[2]}()", told[1]))
    told = re.fullmatch(r"(\w+)\(\) got unexpected keyword arguments: '(\w+)'", message(facts))
    if told is not None and is_by(facts, "django", "TypeError"):
        if near := nearest(told[2], _fields(facts, told[1])):
            return Diagnosis(Kind.NEAR_KEYWORD, (f"{told[1]}()", told[2], near))
        return Diagnosis(Kind.UNKNOWN_KEYWORD, (f"{told[1]}()", told[2]))
    return None


def _fields(facts: Facts, name: str) -> list[str]:
    """Of the class of this name, if it is in this file."""
    found = []
    for made in place.every(facts, ast.ClassDef):
        for node in made.body if made.name == name else ():
            match node:
                case (
                    ast.Assign(targets=[ast.Name(id=field)])
                    | ast.AnnAssign(target=ast.Name(id=field))
                ):
                    found.append(field)
    return found
