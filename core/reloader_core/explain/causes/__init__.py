"""Causes that rules of several rooms look for: where a None came from, what a value was made of,
what was read to its end before, brackets that were forgotten, a class in the place of its
object."""
