"""What somebody else must not read is not in what is copied for them."""

from __future__ import annotations

import pytest

from reloader_gui.run.masking import is_secret, masked, shortened

pytestmark = pytest.mark.posix


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("api_key=abc123", "api_key=***"),
        ("  API_KEY: 'x y z', name: 'Bob'", "  API_KEY: '***', name: 'Bob'"),
        ("{'password': 'hunter2', 'token': 12345, 'n': 1}", None),
        ('"secret": "abc\\"hunter2", "b": 2', '"secret": "***", "b": 2'),
        ("{'keys': ['hunter2', 'b']}", None),
        ('password = input("Password: ")', 'password = input("***")'),
        ("password = decrypt('hunter2', 'b')", None),
        ('if password == "hunter2":', 'if password == "***":'),
        ('password: str = "hunter2"', 'password: str = "***"'),
        ("self.dbPassword='hunter2", None),
        ('os.environ["SECRET_KEY"] = "hunter2"', None),
        ("Password: correct hunter2 battery", "Password: ***"),
        ("Enter your password: hunter2", None),
        ("密码：hunter2", "密码：***"),
        ("python x.py --password hunter2 --token=hunter2 -v", None),
        ("Authorization: Bearer hunter2hunter2", None),
        ("curl -H 'x: Bearer hunter2hunter2'", None),
        ("GET https://bob:hunter2@host/x?token=hunter2&b=1", None),
        ("postgres://user:pa@hunter2@db:5432/x", "postgres://***@db:5432/x"),
        ("User(name=bob, password=hunter2, age=3)", "User(name=bob, password=***, age=3)"),
        ("mine is ghp_hunter2hunter2hunter2hunter2 ok", "mine is *** ok"),
        ("-----BEGIN RSA PRIVATE KEY-----\nhunter2\n-----END RSA PRIVATE KEY-----", "***"),
    ],
)
def test_secrets_are_masked(text: str, shown: str | None) -> None:
    assert "hunter2" not in masked(text) and "***" in masked(text)
    assert shown is None or masked(text) == shown


@pytest.mark.parametrize(
    "text",
    [
        "KeyError: 'api_key'",
        "TypeError: f() got an unexpected keyword argument 'key'",
        "sorted(names, key=len)",
        "sorted(names, key=lambda n: n.lenght)",
        "max(names, key=str.lower, default=None)",
        'monkey = "banana"; keyboard: azerty',
        "for key in d: print(key)",
        'f"token={token}"',
        "    d[key] = value",
        'File "game.py", line 3, in <module>',
    ],
)
def test_what_is_no_secret_stays(text: str) -> None:
    assert masked(text) == text


def test_a_hostile_line_takes_no_time() -> None:
    """Each of these would take hours if it were searched by a careless expression."""
    for line in ("a-" * 9_000, "token: " * 3_000, "x:" * 9_000, "password=[" + '"' * 9_000):
        masked(line)


def test_names_that_mean_a_secret() -> None:
    secret = "api_key apiKey PASSWORD db-pass githubToken client_secret authToken 密码"
    assert all(map(is_secret, secret.split()))
    assert not any(map(is_secret, "score monkey keyboard author tokenize compass".split()))


@pytest.mark.parametrize(
    ("text", "home", "user", "shown"),
    [
        ('File "/home/al/a b/x.py"', "/home/al", "al", 'File "~/a b/x.py"'),
        ("/home/alice/x /home/al-2", "/home/al", "al", "/home/alice/x /home/al-2"),
        ("/media/al/x al@host /x/al", "/home/al", "al", "/media/USER/x USER@host /x/USER"),
        ("also total al", "/home/al", "al", "also total al"),
        (r"C:\Users\Al\x", r"C:\Users\Al", "Al", r"~\x"),
        (r"'c:\\users\\al\\x' D:/Al/y", r"C:\Users\Al", "Al", r"'~\\x' D:/USER/y"),
        ("/etc/x", "/", "", "/etc/x"),
    ],
)
def test_paths_do_not_tell_who_somebody_is(text: str, home: str, user: str, shown: str) -> None:
    assert shortened(text, home, user) == shown
