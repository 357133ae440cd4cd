"""Folders as archives, the same bytes each time: sorted, with one time stamp, owned by nobody.

Modes are 0755 or 0644, whatever the umask was. Compression is deterministic for one version of
the compressor, and that is locked too (packaging/lock/tools.txt).
"""

from __future__ import annotations

import hashlib
import os
import stat
import tarfile
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path

# The window must fit what decoders accept without an option (128 MiB); two workers, since the
# output depends on whether there are any, not on how many run at once.
_LEVEL = 22
_WINDOW_LOG = 27
_WORKERS = 2
_ZIP_BEGINS = 315532800  # 1980: a zip cannot say less


def files(folder: Path) -> Iterator[Path]:
    """Everything below the folder, parents first, in an order that no file system decides."""
    yield from sorted(folder.rglob("*"), key=lambda path: path.relative_to(folder).parts)


def tar_zst(folder: Path, archive: Path, epoch: int) -> None:
    """The folder itself is the archive's only top entry."""
    import zstandard

    settings = zstandard.ZstdCompressionParameters.from_level(
        _LEVEL, window_log=_WINDOW_LOG, enable_ldm=True, threads=_WORKERS
    )
    compressor = zstandard.ZstdCompressor(compression_params=settings)
    with (
        open(archive, "wb") as file,
        compressor.stream_writer(file) as stream,
        tarfile.open(fileobj=stream, mode="w|", format=tarfile.PAX_FORMAT) as tar,
    ):
        for path in (folder, *files(folder)):
            info = tar.gettarinfo(path, path.relative_to(folder.parent).as_posix())
            # Not a hard link to a file of equal content: what else links there differs by machine.
            if info.islnk():
                info.type, info.linkname, info.size = tarfile.REGTYPE, "", path.stat().st_size
            info.uid = info.gid = 0
            info.uname = info.gname = "root"
            info.mtime = epoch
            info.mode = _mode(path)
            if info.isreg():
                with open(path, "rb") as content:
                    tar.addfile(info, content)
            else:
                tar.addfile(info)


def zip_folder(folder: Path, archive: Path, epoch: int) -> None:
    """The folder itself is the archive's only top entry. Links are not kept: Windows has none."""
    when = time.gmtime(max(epoch, _ZIP_BEGINS))[:6]
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as out:
        for path in files(folder):
            if path.is_dir():
                continue
            info = zipfile.ZipInfo(path.relative_to(folder.parent).as_posix(), when)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system = 3  # else it tells which system it was made on
            info.external_attr = (stat.S_IFREG | _mode(path)) << 16
            out.writestr(info, path.read_bytes())


def touch_all(folder: Path, epoch: int) -> None:
    """For archivers that take times and modes from the files themselves."""
    for path in (folder, *files(folder)):
        os.utime(path, (epoch, epoch), follow_symlinks=False)
        if not path.is_symlink():
            path.chmod(_mode(path))


def sha256(file: Path) -> str:
    with open(file, "rb") as content:
        return hashlib.file_digest(content, "sha256").hexdigest()


def _mode(path: Path) -> int:
    return 0o755 if path.is_dir() or path.lstat().st_mode & stat.S_IXUSR else 0o644
