"""What can be said of an error: a kind and what its values are called, by topic. diagnosis.py
makes one enum of all; the words are in words/explain/ and the window's texts/explain/."""
