"""The settings: their table, where they are kept, their page."""
