"""The row in which the user answers the script."""
