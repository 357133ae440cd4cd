"""What is shown of one script."""
