import inspect
import json
import random

assert "def dumps" in inspect.getsource(json.dumps)
assert "shuffle" in inspect.getsource(random.Random)
print("ok")
