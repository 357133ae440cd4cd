"""Which files changed. Knows neither runs nor why a file is watched."""
