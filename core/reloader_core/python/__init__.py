"""Which Python a script runs with, and whether it may be trusted."""
