"""The output of all runs: a painted view over the spool."""
