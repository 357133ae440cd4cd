"""What an error means, in English, for the terminal: a table of sentences for each topic of
explain/kinds/. sentence.py is asked for one."""
