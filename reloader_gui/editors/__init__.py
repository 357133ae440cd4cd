"""The user's own editor: finding it, opening a file in it at a line."""
