"""What the terminal says, in English: the kinds and values of the other rooms as sentences.

The window has its own (reloader_gui/texts), so that they can be translated.
"""
