"""From rows to pixels: layout, fonts, colours."""
