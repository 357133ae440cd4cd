"""The disk: which drives there are and answer, what may be touched, what is the user's alone."""
