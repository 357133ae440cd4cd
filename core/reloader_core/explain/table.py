"""Which rules an error is put to: by its exact type, the first that has something to say. Pure."""

from __future__ import annotations

from collections.abc import Callable

from reloader_core.explain import (
    attributes,
    calls,
    classes,
    dates,
    files,
    forms,
    given,
    handed,
    imports,
    items,
    keys,
    library,
    loops,
    mistaken,
    misuse,
    names,
    numbers,
    packages,
    surroundings,
    taken,
    uses,
    versions,
    waiting,
    windows,
)
from reloader_core.explain.diagnosis import Diagnosis
from reloader_core.explain.facts import Facts

Rule = Callable[[Facts], Diagnosis | None]

RULES: dict[str, tuple[Rule, ...]] = {
    "NameError": (names.unknown_name,),
    "UnboundLocalError": (names.unbound_local,),
    "AttributeError": (
        waiting.await_forgotten,
        classes.attribute_not_set,
        classes.not_for_with,
        attributes.missing_attribute,
        taken.file_expected,
    ),
    "KeyError": (taken.from_nothing, taken.format_key, keys.missing_key),
    "StopIteration": (taken.no_next,),
    "IndexError": (taken.from_nothing, given.format_too_few, items.index_too_large),
    "ValueError": (
        numbers.number_of_text,
        loops.unpacked,
        misuse.most_of_nothing,
        misuse.not_in_list,
        misuse.not_in_text,
        uses.no_such_result,
        given.format_code,
        handed.format_specifier,
        given.unknown_mode,
        dates.no_such_date,
        dates.date_iso,
        packages.shapes,
    ),
    "OverflowError": (uses.too_large,),
    "RuntimeError": (misuse.changed_in_loop,),
    "TypeError": (
        waiting.await_forgotten,
        waiting.async_for,
        waiting.await_of,
        misuse.sum_of_texts,
        dates.date_with_time,
        numbers.operands,
        numbers.percent_of_text,
        uses.not_multiplied,
        uses.unhashable,
        uses.no_length,
        uses.given_twice,
        uses.sign_of_text,
        uses.super_not_called,
        calls.not_callable,
        calls.arguments,
        calls.one_taken,
        calls.invalid_keyword,
        loops.not_unpackable,
        loops.not_iterable,
        loops.not_several,
        items.wrong_item,
        misuse.range_of,
        forms.pickled,
        forms.hashed,
        misuse.write_of_no_text,
        taken.writelines,
        handed.encoding_third,
        taken.whole_expected,
        taken.text_expected,
        taken.name_expected,
        taken.slice_whole,
        taken.bytes_expected,
        taken.default_factory,
        taken.not_iterator,
        taken.file_expected,
        classes.no_order,
        classes.result_no_text,
        classes.not_for_with,
        dates.naive_and_aware,
        misuse.no_init,
        misuse.abstract_class,
        given.percent,
        given.number_of_other,
        given.text_given,
        given.ord_of,
        given.counted,
        given.in_of,
        given.searched_for,
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
    "UnicodeDecodeError": (
        forms.pickled,
        files.not_decoded,
    ),
    "UnicodeEncodeError": (files.not_encoded,),
    "OSError": (surroundings.port_in_use, files.invalid_name),
    "MemoryError": (surroundings.memory_full,),
    "": (surroundings.other_type,),
    "TypeError": (
        uses.raised_text,
        library.not_for_json,
        classes.field_order,
        packages.view_of_nothing,
        taken.choice_of,
        handed.choice_of_number,
        handed.not_json_text,
        handed.no_text_for_program,
        taken.text_searched,
        taken.process_args,
        waiting.thread_given,
        waiting.not_called,
        versions.one_type,
        windows.moved_by_text,
        library.random_range,
        library.shuffled,
    ),
    "AttributeError": (
        classes.enum_member,
        taken.file_expected,
        versions.of_table,
        packages.accessor,
    ),
    "RuntimeError": (waiting.run_in_loop, waiting.thread_twice, packages.too_early),
    "ConnectionRefusedError": (packages.nobody_answers,),
    "IndexError": (library.empty_choice,),
    "ValueError": (
        library.random_range,
        library.date_format,
        library.date_rest,
        classes.shared_default,
        classes.enum_value,
        waiting.not_called,
        packages.address_scheme,
        packages.truth_of_many,
        given.closed_file,
    ),
    "KeyError": (
        classes.enum_member,
        library.environment,
        taken.choice_of,
        packages.no_column,
        packages.no_row,
        forms.no_section,
    ),
    "ModuleNotFoundError": (mistaken.needed_by_package,),
    "AssertionError": (library.assertion, packages.view_twice, forms.thread_target),
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
