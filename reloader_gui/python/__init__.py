"""Which Python, which packages: looking for them, installing them."""
