import hashlib
import secrets
import uuid

assert hashlib.sha256(b"").hexdigest().startswith("e3b0c442")
assert hashlib.scrypt(b"p", salt=b"s", n=2, r=1, p=1)
assert len(secrets.token_hex(8)) == 16 and uuid.uuid1() != uuid.uuid4()
print("ok")
