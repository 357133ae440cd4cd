import datetime
import decimal

assert decimal.Decimal("0.1") + decimal.Decimal("0.2") == decimal.Decimal("0.3")
assert datetime.datetime.fromisoformat("2024-02-29T12:00:00+01:00").utcoffset()
print("ok")
