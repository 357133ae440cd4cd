import bz2
import gzip
import lzma
import zlib

for module in (bz2, gzip, lzma, zlib):
    assert module.decompress(module.compress(b"text" * 99)) == b"text" * 99
print("ok")
