"""Names, attributes and imports that are not there, and what is meant instead: another name,
another language's, one that an `except` has left without a value."""
