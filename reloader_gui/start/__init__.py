"""From the command line to a window, and what holds for the whole process."""
