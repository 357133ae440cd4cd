"""A script that does not parse. Each rule names a cause, and is believed if the text parses, or
parses further, without it. Where our own Python finds no mistake, a statement stands where it may
not, or the script's Python is older: that is said where the line has what it lacks. Pure."""

from __future__ import annotations

from collections.abc import Callable

from reloader_core.explain.evidence import parsing
from reloader_core.explain.kinds.diagnosis import Diagnosis
from reloader_core.explain.syntax import (
    blocks,
    closings,
    copied,
    foreign,
    formatted,
    gaps,
    languages,
    marks,
    newer,
    order,
    placed,
    slips,
    statements,
)
from reloader_core.explain.syntax.trial import Broken
from reloader_core.model import ScriptError

RULES: tuple[Callable[[Broken], Diagnosis | None], ...] = (
    languages.dollar,
    statements.conflict,
    copied.page_mark,
    copied.numbers,
    copied.prompt,
    order.terminal_command,
    gaps.own_call_brackets,
    languages.other_word,
    languages.other_word_inside,
    languages.access_word,
    languages.arrow,
    languages.comment_sign,
    languages.do_loop,
    foreign.other_character,
    foreign.print_statement,
    foreign.else_if,
    foreign.keyword_as_name,
    foreign.increment,
    languages.increment_inside,
    foreign.other_operator,
    foreign.declared,
    foreign.def_brackets,
    statements.split_sign,
    statements.as_missing,
    order.except_as,
    order.import_order,
    order.for_of_others,
    order.no_such_word,
    order.else_condition,
    order.half_condition,
    order.order_of_values,
    order.parameter_value,
    order.try_alone,
    formatted.quotes,
    formatted.empty,
    formatted.sign_inside,
    formatted.bracket,
    formatted.brace,
    order.colon_in_dict,
    order.braces,
    slips.backslash,
    slips.escape_outside,
    slips.line_continued,
    slips.hyphen_in_module,
    slips.condition_missing,
    gaps.blank_inside,
    slips.misspelt_word,
    statements.def_missing,
    statements.colon_extra,
    slips.in_missing,
    slips.leading_zero,
    slips.assigned_with_colon,
    marks.given_inside,
    marks.equals,
    marks.colon,
    marks.quote,
    closings.before_method,
    closings.of_one_thing,
    marks.bracket,
    blocks.indentation,
    order.behind_else,
    slips.without_partner,
    gaps.blank_in_name,
    gaps.call_brackets,
    gaps.prefix_apart,
    slips.quotes_missing,
    slips.quotes_inside,
    order.times_forgotten,
    foreign.name_begins_with_digit,
    foreign.unit_behind,
    marks.assigned_to_value,
    marks.target_of_comprehension,
    statements.comma_extra,
    statements.point_for_comma,
    marks.comma,
    slips.comma_at_end,
    order.line_ends_with,
    order.choice_sign,
    statements.two_in_line,
    order.odd_character,
)
_READ_ON = ("never closed", "unterminated", "forgot a comma")


def diagnose(error: ScriptError, text: str) -> Diagnosis | None:
    if (backslash := newer.backslash(error)) is not None:
        return backslash
    mistake = parsing.mistake(text)
    if mistake is None:
        return placed.misplaced(error, text) or newer.newer_syntax(error, text)
    if _is_newer(error, mistake):
        return None
    broken = Broken(text, mistake)
    if (parameters := newer.parameters(error, broken)) is not None:
        return parameters
    for rule in RULES:
        found = rule(broken)
        if found is not None:
            return found
    return None


def _is_newer(error: ScriptError, mistake: SyntaxError) -> bool:
    """The script's Python has read on beyond what is a mistake to ours, which is older. So does an
    older one where something is not closed, or a bracket is open."""
    if error.line is None or (mistake.lineno or 0) >= error.line:
        return False
    return not any(said in str(mistake.msg) for said in _READ_ON)
