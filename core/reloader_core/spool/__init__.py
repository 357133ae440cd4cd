"""A run's output on disk, within limits, with a sparse index. The window's; knows nobody else."""
