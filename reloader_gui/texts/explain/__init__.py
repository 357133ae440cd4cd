"""What an error means, in the user's language: a class of texts for each topic of the engine's
explain/kinds/. sentence.py is asked for one."""
