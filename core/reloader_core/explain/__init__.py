"""What an error means, in the script's own names and values: a kind and its values, or nothing.

Rules by topic, each a function Facts -> Diagnosis | None; table.py (with own_line.py) says which
are asked, evidence/ is what they read, kinds/ what they may say. What is not sure is not said: a
wrong cause sends a beginner to break a right line. Words: words/explain/ and the window's
texts/explain/. explaining.py is the way in, and imports all of it, which takes a tenth of a second:
nobody who only names a kind, or reads tracebacks, waits for that.
"""
