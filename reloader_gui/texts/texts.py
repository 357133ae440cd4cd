"""What every class of texts has: tr(), which finds the sentence in the user's language.

A class of texts words one part of the window, from kinds and values. Its name is the context
that a translator sees, and lupdate reads the source only, so a test holds each of them to this:
tr() gets literals, by position, in the class that says them; nothing is built around a
translated sentence but one format() with names. Any thread; what is asked now is in the
language of now.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication


class Texts:
    def tr(self, text: str, comment: str = "", n: int = -1) -> str:
        """In the user's language. `comment`: which of two equal texts is meant, or what to know
        of it; `n`: the number that %n stands for, and that the plural goes by."""
        return QCoreApplication.translate(type(self).__name__, text, comment, n)
