"""The command line of `reloader`: its options, pyproject.toml's, and what is to be run."""
