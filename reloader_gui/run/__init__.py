"""One script and its supervisor's thread, without widgets."""
