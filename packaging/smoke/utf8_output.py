import sys

print("Grüße, 世界, 🐍")
assert sys.stdout.encoding.lower().replace("-", "") == "utf8"
print("ok")
