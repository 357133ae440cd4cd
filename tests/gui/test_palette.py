from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reloader_gui.output.look.palette import (
    CONTRAST,
    DARK_16,
    LIGHT_16,
    Palette,
    contrast,
    parse,
    readable,
)
from reloader_gui.output.text.style import DEFAULT, DIM, ECHO, HIDDEN, REVERSE, TRUE_COLOUR, Style
from reloader_gui.ui import theme
from reloader_gui.ui.theme import Colours


def make(colours: Colours, veil: float = 0.0) -> Palette:
    sixteen = DARK_16 if colours.name == "dark" else LIGHT_16
    return Palette(sixteen, colours.text, colours.base, colours.accent, veil)


PALETTES = [make(theme.LIGHT), make(theme.DARK)]
OLDER = [make(each, each.veil) for each in (theme.LIGHT, theme.DARK)]
ALL = [*range(DEFAULT, 256), *(TRUE_COLOUR | n * 0x123456 & 0xFFFFFF for n in range(256))]
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


@pytest.mark.parametrize("palette", OLDER, ids=["light", "dark"])
def test_every_colour_of_an_older_run_can_be_read(palette: Palette) -> None:
    low = []
    for colour in ALL:
        for style in (Style(fg=colour), Style(bg=colour), Style(colour, flags=DIM)):
            look = palette.look(style)
            if contrast(look.fore, look.back or palette.base) < CONTRAST:
                low.append(style)
    assert low == []
    assert contrast(palette.shown(parse(theme.LIGHT.quiet)), palette.base) >= CONTRAST
    assert contrast(palette.link, palette.base) >= CONTRAST


@pytest.mark.parametrize(("new", "old"), list(zip(PALETTES, OLDER, strict=True)))
def test_an_older_run_is_paler(new: Palette, old: Palette) -> None:
    plain = Style()
    assert contrast(old.look(plain).fore, old.base) < contrast(new.text, new.base) / 1.5
    for number in range(16):
        now, then = (each.look(Style(bg=number)).back for each in (new, old))
        assert now is not None and then is not None
        assert contrast(then, old.base) < contrast(now, new.base)


@pytest.mark.parametrize("palette", [*PALETTES, *OLDER])
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
