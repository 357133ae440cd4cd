"""icuuc.dll, which Windows has from 10 on and Wine has not: one that knows no encoding.

Qt asks it for converters of the encodings that it does not have itself, and does without. Nobody
needs a compiler for this: a library with one section, and no addresses that a loader has to mend.
The format: https://learn.microsoft.com/windows/win32/debug/pe-format
"""

from __future__ import annotations

import struct
from collections.abc import Mapping

_NOTHING = bytes.fromhex("31C0 C3")  # xor eax, eax; ret
_NO_SUCH_FILE = bytes.fromhex("C702 04000000") + _NOTHING  # mov dword [rdx], U_FILE_ACCESS_ERROR
# All that Qt6Core.dll 6.11 asks for; what takes a converter is never called, as none is opened.
_FUNCTIONS = """
    UCNV_FROM_U_CALLBACK_SUBSTITUTE UCNV_TO_U_CALLBACK_SUBSTITUTE ucnv_cbFromUWriteUChars
    ucnv_cbToUWriteUChars ucnv_close ucnv_countAvailable ucnv_fromUCountPending ucnv_fromUnicode
    ucnv_getAvailableName ucnv_getFromUCallBack ucnv_getMaxCharSize ucnv_getName
    ucnv_getStandardName ucnv_getToUCallBack ucnv_reset ucnv_setFromUCallBack ucnv_setToUCallBack
    ucnv_toUCountPending ucnv_toUnicode
""".split()
_SECTION, _HEADERS, _PAGE, _BLOCK = 0x1000, 0x200, 0x1000, 0x200


def icuuc() -> bytes:
    """The file, for x86-64."""
    functions = dict.fromkeys(_FUNCTIONS, _NOTHING) | {"ucnv_open": _NO_SUCH_FILE}
    return library("icuuc.dll", functions)


def library(name: str, functions: Mapping[str, bytes]) -> bytes:
    """A DLL for x86-64 that has these functions, each by its machine code; it needs no other."""
    exports, code = _exports(name, functions)
    section = exports + code
    pages = -len(section) % _PAGE + len(section)
    coff = struct.pack("<2H3I2H", 0x8664, 1, 0, 0, 0, 0xF0, 0x2022)  # one section; a DLL
    optional = struct.pack("<HBB5I", 0x20B, 1, 0, len(section), 0, 0, 0, _SECTION)
    optional += struct.pack("<QII", 0x1_8000_0000, _PAGE, _BLOCK)
    optional += struct.pack("<6HI", 6, 0, 0, 0, 6, 0, 0)  # for Windows 6.0 and later
    optional += struct.pack("<3I2H", _SECTION + pages, _HEADERS, 0, 2, 0x100)  # no code in data
    optional += struct.pack("<4Q2I", 1 << 20, 1 << 12, 1 << 20, 1 << 12, 0, 16)
    optional += struct.pack("<2I", _SECTION, len(exports)) + bytes(15 * 8)
    size = -len(section) % _BLOCK + len(section)
    place = struct.pack("<8s4I12xI", b".text", len(section), _SECTION, size, _HEADERS, 0x6000_0020)
    begin = b"MZ".ljust(0x3C, b"\0") + struct.pack("<I", 0x40)
    header = begin + b"PE\0\0" + coff + optional + place
    return header.ljust(_HEADERS, b"\0") + section.ljust(size, b"\0")


def _exports(name: str, functions: Mapping[str, bytes]) -> tuple[bytes, bytes]:
    """The table of names, sorted, with their texts; and the code, which has to lie behind it."""
    names = sorted(functions, key=str.encode)
    count = len(names)
    tables = _SECTION + 40, _SECTION + 40 + 4 * count, _SECTION + 40 + 8 * count
    texts, pointers = name.encode() + b"\0", b""
    at_texts = tables[2] + 2 * count
    for each in names:
        pointers += struct.pack("<I", at_texts + len(texts))
        texts += each.encode() + b"\0"
    code, addresses = b"", b""
    for each in names:
        addresses += struct.pack("<I", at_texts + len(texts) + len(code))
        code += functions[each]
    head = struct.pack("<4I", 0, 0, 0, at_texts) + struct.pack("<3I", 1, count, count)
    head += struct.pack("<3I", *tables)
    numbers = struct.pack(f"<{count}H", *range(count))
    return head + addresses + pointers + numbers + texts, code
