"""POSIX: children behind a guardian process."""
