"""What Windows' programs need, other DLLs by name, and which version they are. Read from the files
themselves, on any system.

The format: https://learn.microsoft.com/windows/win32/debug/pe-format
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator
from pathlib import Path

from _steps import Failed

SUFFIXES = (".exe", ".dll", ".pyd")
# Windows' own, of those that are asked for: each is in the oldest that Qt supports (10, version
# 1809). icuuc came with version 1703; Qt asks for it since 6.10, and Wine 8 has none.
SYSTEM = re.compile(
    r"(advapi32|authz|bcrypt|comctl32|comdlg32|crypt32|d3d11|d3d12|d3d9|dnsapi|dwmapi|dwrite|dxgi"
    r"|gdi32|icuuc|imm32|iphlpapi|kernel32|mpr|msvcrt|netapi32|ntdll|ole32|oleaut32|pdh|powrprof"
    r"|propsys|psapi|rpcrt4|secur32|setupapi|shell32|shlwapi|uiautomationcore|user32|userenv"
    r"|uxtheme|version|winhttp|winmm|ws2_32|wtsapi32|api-ms-win-(core|crt|shcore)-[a-z0-9-]+)\.dll"
)
_IMPORTS, _LATE_IMPORTS = 1, 13  # in the table of an image's directories


def check(folder: Path) -> None:
    """Raises Failed if a program or library below `folder` needs a DLL that is neither there nor
    Windows' own: what was trimmed too much, or what a new Qt asks for."""
    files = [path for path in sorted(folder.rglob("*")) if path.suffix.lower() in SUFFIXES]
    brought = {path.name.lower() for path in files}
    for path in files:
        for name in sorted(needed(path) - brought):
            if SYSTEM.fullmatch(name) is None:
                raise Failed(f"{path} needs {name}, which is neither shipped nor Windows' own.")


def needed(file: Path) -> set[str]:
    """The names, in small letters, of the DLLs that a program or library asks for; what it asks
    for only when a function of it is first called is among them."""
    image = file.read_bytes()
    try:
        return set(_names(image))
    except (struct.error, ValueError, IndexError) as error:
        raise Failed(f"{file} is no program of Windows' ({error}).") from None


def version(file: Path) -> str:
    """As its VS_VERSIONINFO tells it, without zeros at the end that no maker writes (`3.45.3.0`);
    '' if it has none. https://learn.microsoft.com/windows/win32/menurc/stringfileinfo-block"""
    image = file.read_bytes()
    begin = image.find("VS_VERSION_INFO\0".encode("utf-16-le"))
    key = "ProductVersion\0".encode("utf-16-le")
    at = image.find(key, begin) if begin >= 0 else -1
    if at < 0:
        return ""
    said = image[at + len(key) : at + len(key) + 80].decode("utf-16-le", "replace")
    numbers = re.match(r"\0*(\d+(?:\.\d+){1,2})((?:\.\d+)?)", said)
    if numbers is None:
        return ""
    return numbers[1] + numbers[2].removesuffix(".0")


def _names(image: bytes) -> Iterator[str]:
    (header,) = struct.unpack_from("<I", image, 0x3C)
    if image[header : header + 4] != b"PE\0\0":
        raise ValueError("no PE header")
    sections, optional_size = struct.unpack_from("<H12xH", image, header + 6)
    optional = header + 24
    (magic,) = struct.unpack_from("<H", image, optional)
    directories = optional + (112 if magic == 0x20B else 96)  # PE32+, PE32
    table = [
        struct.unpack_from("<4I", image, optional + optional_size + 40 * number + 8)
        for number in range(sections)
    ]

    def at(address: int) -> int:
        """Where in the file what is loaded at an address lies."""
        for size, start, raw_size, raw in table:
            if start <= address < start + max(size, raw_size):
                return int(address - start + raw)
        raise ValueError(f"nothing is loaded at {address:#x}")

    for which, entry_size, name_at in ((_IMPORTS, 20, 12), (_LATE_IMPORTS, 32, 4)):
        (address,) = struct.unpack_from("<I", image, directories + 8 * which)
        entry = at(address) if address else 0
        while entry:
            (name,) = struct.unpack_from("<I", image, entry + name_at)
            if name == 0:
                break
            begin = at(name)
            yield image[begin : image.index(b"\0", begin)].decode("ascii").lower()
            entry += entry_size
