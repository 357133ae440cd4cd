# Who is greeted. Change a name, add one, and save this file.

NAMES = ["world", "Ada", "Guido", "you"]
