"""Files and what is kept in them: where they are, what may be done with them, csv, json, pickle,
settings, sqlite3."""
