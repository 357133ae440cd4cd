"""What the other packages say in errors of their own: the web, databases, models, pictures, games;
and names that packages had once."""
