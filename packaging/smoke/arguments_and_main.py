import sys

assert sys.argv[1:] == ["an argument"]
assert __name__ == "__main__"
assert sys.modules["__main__"].__file__ == __file__
print("ok")
