"""Which rules an error is put to: by its exact type, the first that has something to say. Pure."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from reloader_core.explain import surroundings
from reloader_core.explain.calls import (
    bases,
    callbacks,
    classes,
    evaluated,
    given,
    instances,
    lacking,
    mismatched,
    taken,
    untaken_values,
    which_missing,
)
from reloader_core.explain.causes import (
    afar,
    both_typed,
    converted,
    endings,
    imported,
    listed_texts,
    lost,
    mistaken,
    objects,
    options,
    remade,
    repeated_parts,
    returned,
    uncalled,
    walks,
    wrong_way,
)
from reloader_core.explain.completed import completed
from reloader_core.explain.evidence.facts import Facts
from reloader_core.explain.files import databases, files, forms, stored
from reloader_core.explain.kinds.diagnosis import Diagnosis
from reloader_core.explain.modules import (
    handed,
    library,
    programs,
    refused,
    settings,
    unknown,
    usual,
    versions,
    waiting,
    windows,
)
from reloader_core.explain.own_line import OWN_LINE, Rule
from reloader_core.explain.packages import (
    awaited,
    games,
    gone,
    media,
    models,
    network,
    orm,
    others,
    queries,
    served,
    sites,
    templates,
    tools,
    web,
    yaml_files,
)
from reloader_core.explain.science import arrays, learning, plots, tables
from reloader_core.explain.values import loops, uses, written_tables, zero_length

ANYWHERE: dict[str, tuple[Rule, ...]] = {
    "RecursionError": (windows.window_not_begun, loops.recursion),
    "SyntaxError": (evaluated.not_parsed,),
    "IndentationError": (evaluated.not_parsed,),
    "NameError": (evaluated.name_in_text,),
    "ZeroDivisionError": (evaluated.zero_in_text, refused.fraction),
    "FileNotFoundError": (files.missing_file,),
    "PermissionError": (files.not_allowed,),
    "IsADirectoryError": (files.not_allowed,),
    "UnicodeDecodeError": (
        forms.pickled,
        files.not_decoded,
    ),
    "UnicodeEncodeError": (files.not_encoded,),
    "OSError": (surroundings.port_in_use, files.invalid_name, files.not_empty),
    "NotADirectoryError": (files.no_folder,),
    "MemoryError": (surroundings.memory_full,),
    "": (games.missing, surroundings.other_type),
    "TypeError": (
        uses.raised_text,
        callbacks.counts,
        bases.members,
        refused.not_several,
        refused.tie,
        refused.fraction,
        mismatched.path,
        mismatched.written,
        mismatched.variable,
        usual.sampled,
        usual.choices_count,
        instances.with_parts,
        stored.json_of_other,
        stored.not_copied,
        stored.calculates_others,
        stored.of_statistics,
        stored.keyed,
        stored.bytes_needed,
        unknown.for_json,
        classes.field_order,
        others.view_of_nothing,
        taken.choice_of,
        handed.choice_of_number,
        handed.not_json_text,
        handed.no_text_for_program,
        programs.post_data,
        settings.setting_text,
        settings.temporary,
        taken.text_searched,
        taken.process_args,
        waiting.thread_given,
        waiting.gathered,
        waiting.submitted,
        waiting.not_called,
        versions.one_type,
        windows.moved_by_text,
        library.random_range,
        library.shuffled,
        uncalled.method_kept,
    ),
    "AttributeError": (
        settings.mail_header,
        objects.of_library,
        bases.member_set,
        stored.row_no_dict,
        stored.json_load_ready,
        stored.pickle_local,
        programs.pool_lambda,
        windows.window_not_begun,
        databases.asked_of_module,
        classes.enum_member,
        taken.file_expected,
        versions.of_table,
        others.accessor,
    ),
    "RuntimeError": (
        usual.task_outside,
        waiting.run_in_loop,
        waiting.thread_twice,
        others.too_early,
    ),
    "ExceptionGroup": (waiting.group_of,),
    "BaseExceptionGroup": (waiting.group_of,),
    "ConnectionRefusedError": (others.nobody_answers,),
    "IndexError": (library.empty_choice,),
    "ValueError": (
        walks.weights,
        stored.unknown_field,
        unknown.level,
        settings.percent,
        evaluated.no_literal,
        bases.members,
        refused.template_sign,
        refused.fraction,
        refused.hash_unknown,
        usual.strptime_turned,
        usual.suffix,
        usual.run_of,
        library.random_range,
        library.date_format,
        library.date_rest,
        classes.shared_default,
        classes.enum_value,
        waiting.not_called,
        others.address_scheme,
        given.closed_file,
    ),
    "KeyError": (
        classes.enum_member,
        refused.template_value,
        library.environment,
        taken.choice_of,
        others.no_row,
        forms.no_section,
        settings.setting_missing,
    ),
    "ModuleNotFoundError": (mistaken.needed_by_package,),
    "AssertionError": (library.assertion, others.view_twice, forms.thread_target),
    "FileExistsError": (files.exists,),
}
"""They look themselves at where it happened."""
OF_DATA: tuple[Mapping[str, tuple[Rule, ...]], ...] = (
    tables.RULES,
    arrays.RULES,
    plots.RULES,
    learning.RULES,
)
"""For whatever has happened: they look themselves which package has said it."""
OF_PACKAGES: tuple[Rule, ...] = (
    *served.ALL,
    *sites.ALL,
    *queries.ALL,
    *awaited.ALL,
    *tools.ALL,
    web.said,
    web.view_type,
    web.abort_turned,
    web.route_slash,
    web.url_for,
    web.view_arguments,
    web.hook,
    web.of_models,
    web.no_field,
    web.none_found,
    web.setting_missing,
    web.settings_module,
    web.no_model,
    web.part_not_installed,
    templates.unknown_name,
    templates.wrong,
    templates.missing,
    network.soup_length,
    network.said,
    network.response_json,
    network.status,
    network.too_slow,
    network.no_scheme,
    network.header,
    network.parser,
    network.tag_no_key,
    network.soup_of_answer,
    network.xml,
    orm.said,
    orm.added,
    orm.dialect,
    orm.keyword,
    models.value,
    models.annotation,
    models.no_schema,
    models.no_field,
    models.near_field,
    media.said,
    media.sizes,
    media.font,
    media.colour,
    media.pair,
    media.sheet_missing,
    media.no_zip,
    media.not_in_zip,
    yaml_files.wrong,
    games.said,
    games.no_sound,
    games.sprite,
    gone.moved,
    gone.unfit,
)
"""For what did not happen in the user's own line, or is of a type of others. They look themselves
at who has said it."""

EARLIER: tuple[Callable[[Facts, Diagnosis], Diagnosis | None], ...] = (
    queries.environment,
    tools.items_of_list,
    options.earlier,
    lacking.earlier,
    which_missing.by_other_name,
    which_missing.by_types,
    untaken_values.earlier,
    wrong_way.earlier,
    endings.earlier,
    afar.of_most,
    repeated_parts.earlier,
    both_typed.earlier,
    listed_texts.earlier,
    converted.earlier,
    remade.earlier,
    written_tables.earlier,
    afar.earlier,
    lost.earlier,
    returned.earlier,
    zero_length.earlier,
    which_missing.last_named,
)
"""What was found in the line that failed is better mended where the value was made."""


def diagnose(facts: Facts) -> Diagnosis | None:
    """What is sure about this error."""
    kind = facts.told.get("type", "")
    is_of_others = not facts.is_innermost or "other_type" in facts.told
    rules: tuple[Rule, ...] = tuple(rule for each in OF_DATA for rule in each.get(kind, ()))
    rules += OF_PACKAGES if is_of_others else ()
    rules += ANYWHERE.get(kind, ())
    if facts.is_innermost and not facts.is_raised and facts.source is not None:
        rules += OWN_LINE.get(kind, ())
    for rule in (imported.surely_tried_out, *rules, imported.tried_out):
        found = rule(facts)
        if found is not None:
            found = next((e for each in EARLIER if (e := each(facts, found))), found)
            return completed(facts, found)
    return None
