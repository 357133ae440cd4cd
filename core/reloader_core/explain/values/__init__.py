"""Values that do not do what is done with them: items and keys that are not there, texts where
numbers are needed, a 0 that divides, loops over what cannot be gone through."""
