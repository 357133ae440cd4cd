"""Which rules an error is put to: by its exact type, the first that has something to say. Pure."""

from __future__ import annotations

from collections.abc import Callable

from reloader_core.explain import (
    attributes,
    calls,
    files,
    given,
    imports,
    items,
    library,
    loops,
    misuse,
    names,
    numbers,
    surroundings,
    uses,
)
from reloader_core.explain.diagnosis import Diagnosis
from reloader_core.explain.facts import Facts

Rule = Callable[[Facts], Diagnosis | None]

RULES: dict[str, tuple[Rule, ...]] = {
    "NameError": (names.unknown_name,),
    "UnboundLocalError": (names.unbound_local,),
    "AttributeError": (attributes.missing_attribute,),
    "KeyError": (items.missing_key,),
    "IndexError": (given.format_too_few, items.index_too_large),
    "ValueError": (
        numbers.number_of_text,
        loops.unpacked,
        misuse.most_of_nothing,
        misuse.not_in_list,
        misuse.not_in_text,
        uses.no_such_result,
        given.format_code,
        given.closed_file,
        given.unknown_mode,
    ),
    "OverflowError": (uses.too_large,),
    "RuntimeError": (misuse.changed_in_loop,),
    "TypeError": (
        misuse.sum_of_texts,
        numbers.operands,
        numbers.percent_of_text,
        uses.not_multiplied,
        uses.unhashable,
        uses.no_length,
        uses.given_twice,
        uses.sign_of_text,
        calls.not_callable,
        calls.arguments,
        calls.one_taken,
        calls.invalid_keyword,
        loops.not_unpackable,
        loops.not_iterable,
        loops.not_several,
        items.wrong_item,
        misuse.range_of,
        misuse.write_of_no_text,
        misuse.no_init,
        misuse.abstract_class,
        given.percent,
        given.number_of_other,
        given.text_given,
        given.ord_of,
        given.counted,
        given.in_of,
        given.mixed,
        given.joined,
        given.format_code,
    ),
    "ZeroDivisionError": (numbers.division,),
    "ModuleNotFoundError": (imports.missing_module,),
    "ImportError": (library.relative_import, imports.missing_in_module),
    "EOFError": (given.input_ended,),
}
"""For what happened in the user's own line, and was not raised by it."""
ANYWHERE: dict[str, tuple[Rule, ...]] = {
    "RecursionError": (loops.recursion,),
    "FileNotFoundError": (files.missing_file,),
    "PermissionError": (files.not_allowed,),
    "IsADirectoryError": (files.not_allowed,),
    "UnicodeDecodeError": (files.not_decoded,),
    "UnicodeEncodeError": (files.not_encoded,),
    "OSError": (surroundings.port_in_use, files.invalid_name),
    "MemoryError": (surroundings.memory_full,),
    "": (surroundings.other_type,),
    "TypeError": (uses.raised_text, library.not_for_json),
    "IndexError": (library.empty_choice,),
    "ValueError": (library.random_range, library.date_format),
    "KeyError": (library.environment,),
    "AssertionError": (library.assertion,),
    "FileExistsError": (files.exists,),
}
"""They look themselves at where it happened."""


def diagnose(facts: Facts) -> Diagnosis | None:
    """What is sure about this error."""
    kind = facts.told.get("type", "")
    rules = ANYWHERE.get(kind, ())
    if facts.is_innermost and not facts.is_raised and facts.source is not None:
        rules += RULES.get(kind, ())
    for rule in rules:
        found = rule(facts)
        if found is not None:
            return found
    return None
