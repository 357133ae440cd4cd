"""What Python's own modules say of what they are given: random, datetime, asyncio, tkinter, queue,
struct; and what another version of Python has."""
