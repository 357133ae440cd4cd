import locale
import time
import zoneinfo

assert locale.getpreferredencoding()
assert time.strftime("%Y") and isinstance(zoneinfo.TZPATH, tuple)
print("ok")
