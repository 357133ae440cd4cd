"""From bytes to rows of styled text. Qt-free."""
