# Your first live script.
#
# It is running at this moment: look at the Reloader window.
# Now change the word Hello in the next line, save this file (Ctrl+S),
# and look at the window again. Your change is already there.

GREETING = "Hello"

# The names come from the file greetings.py, beside this one.
# You can change them, too: Reloader notices each file that this script imports or reads.

import time

from greetings import NAMES

number = 0
while True:
    name = NAMES[number % len(NAMES)]
    print(f"{GREETING}, {name}!")
    number = number + 1
    time.sleep(1)
