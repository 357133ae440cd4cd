"""Looking for a text in all of the output."""
