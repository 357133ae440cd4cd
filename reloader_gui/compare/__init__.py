"""What differs between two runs: their output, and the code they began with. Qt-free."""
