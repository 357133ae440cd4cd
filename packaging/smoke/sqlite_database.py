import sqlite3

with sqlite3.connect(":memory:") as base:
    base.execute("create table words (word text)")
    base.execute("insert into words values ('häuser')")
    assert base.execute("select upper(word) from words").fetchone()
print("ok")
