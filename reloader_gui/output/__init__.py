"""A run's output on its way to the screen: inbox, plain text, pane."""
