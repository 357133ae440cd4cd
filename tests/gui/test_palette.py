from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reloader_gui import theme
from reloader_gui.output.palette import (
    CONTRAST,
    DARK_16,
    LIGHT_16,
    Palette,
    contrast,
    parse,
    readable,
)
from reloader_gui.output.style import DEFAULT, DIM, ECHO, HIDDEN, REVERSE, TRUE_COLOUR, Style
from reloader_gui.theme import Colours


def make(colours: Colours) -> Palette:
    sixteen = DARK_16 if colours.name == "dark" else LIGHT_16
    return Palette(sixteen, colours.text, colours.base, colours.accent)


PALETTES = [make(theme.LIGHT), make(theme.DARK)]
COLOURS = st.one_of(
    st.just(DEFAULT), st.integers(0, 255), st.integers(0, 0xFFFFFF).map(TRUE_COLOUR.__or__)
)


@pytest.mark.parametrize("palette", PALETTES)
def test_the_sixteen_can_be_read_as_they_are(palette: Palette) -> None:
    for number in range(16):
        shade = palette.shade(number)
        assert contrast(shade, palette.base) >= CONTRAST, number
        assert palette.look(Style(fg=number)).fore == shade


@pytest.mark.parametrize("palette", PALETTES)
def test_the_sixteen_are_different(palette: Palette) -> None:
    assert len({palette.shade(number) for number in range(16)}) == 16


@pytest.mark.parametrize("colours", [theme.LIGHT, theme.DARK])
def test_found_and_selected_text_can_be_read(colours: Colours) -> None:
    for back in (parse(colours.found), parse(colours.selection)):
        assert contrast(parse(colours.text), back) >= CONTRAST


@pytest.mark.parametrize("palette", PALETTES)
@given(COLOURS, COLOURS, st.sampled_from([0, DIM, REVERSE, ECHO, DIM | REVERSE]))
def test_any_text_can_be_read(palette: Palette, fg: int, bg: int, flags: int) -> None:
    look = palette.look(Style(fg, bg, flags))
    assert contrast(look.fore, look.back or palette.base) >= CONTRAST


@pytest.mark.parametrize("palette", PALETTES)
def test_hidden_is_hidden(palette: Palette) -> None:
    assert palette.look(Style(flags=HIDDEN)).fore == palette.base


def test_what_can_be_read_is_left_alone() -> None:
    assert readable((0, 0, 0), (255, 255, 255)) == (0, 0, 0)
    assert readable((250, 250, 0), (255, 255, 255)) != (250, 250, 0)
