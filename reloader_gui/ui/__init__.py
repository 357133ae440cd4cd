"""What every part of the window is made of, and what it may ask the system."""
