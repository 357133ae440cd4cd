"""Who tells of changes in a folder: one file for each system, and the choice."""
