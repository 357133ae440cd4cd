"""Windows: children in job objects."""
