import json
import traceback

try:
    json.loads("{")
except ValueError:
    text = traceback.format_exc()
assert "obj, end = self.scan_once(s, idx)" in text, text
print("ok")
