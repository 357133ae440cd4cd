"""Calls: what is no function, arguments that are not those of the function, what Python's own
functions do not take, and how classes are written."""
