"""Zip archives: members are streamed out one after another, counted as they come, never written to disk.

What an archive says about itself (sizes, counts, names) is not believed: the counters are our own.
"""

from __future__ import annotations

import io
import stat
import zipfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import PurePosixPath

from graph.articles import limits
from graph.articles.source import Source, shown
from graph.errors import DamagedError, FormatError, InputError, LimitError, NoTextError

_CHUNK = 1 << 16
_ENTRY = b"PK\x01\x02"
"""The mark before each entry of an archive's directory."""
_SYSTEM_UNIX = 3
_ENCRYPTED = 0x1


def members(source: Source, allowed: Callable[[str, str], int]) -> Iterator[Source | InputError]:
    """Yield the files of an archive in the order of their names; those that are refused as errors.

    Args:
        source: the archive.
        allowed: the bytes that may be read of a file, from its name and place; raises InputError if none.

    Raises:
        InputError: it is no archive, or has too many members.
    """
    entries = source.content.count(
        _ENTRY
    )  # before the directory is parsed, which costs time and memory for each
    if entries > limits.ZIP_MEMBERS:
        raise limits.beyond(f"the archive has {entries:,} members", "ZIP_MEMBERS", place=source.place)
    try:
        archive = zipfile.ZipFile(io.BytesIO(source.content))
    except (zipfile.BadZipFile, ValueError, NotImplementedError, EOFError) as error:
        raise DamagedError(f"not a readable zip archive: {error}", place=source.place) from error
    left = limits.ZIP_TOTAL_BYTES
    listed = sorted(enumerate(archive.infolist()), key=lambda pair: (pair[1].filename, pair[0]))
    files = [member for _, member in listed if not member.filename.endswith("/")]
    if not files:
        raise NoTextError("the archive is empty", place=source.place)
    for member in files:
        place = f"{source.place}: {shown(member.filename)}"
        try:
            _refuse_unreadable(member, place)
            name = PurePosixPath(member.filename.replace("\\", "/")).name
            content = _content(archive, member, min(allowed(name, place), left), left, place)
        except InputError as error:
            yield error
            if isinstance(error, LimitError) and "ZIP_TOTAL_BYTES" in error.problem:
                return
            continue
        left -= len(content)
        yield Source(name, place, content)


def _refuse_unreadable(member: zipfile.ZipInfo, place: str) -> None:
    """Refuse what is no plain file.

    Raises:
        FormatError: a link, an encrypted member, a nested archive, an unknown method of packing.
    """
    if member.create_system == _SYSTEM_UNIX and stat.S_ISLNK(member.external_attr >> 16):
        raise FormatError("a link inside an archive is not followed", place=place)
    if member.flag_bits & _ENCRYPTED:
        raise FormatError("it is encrypted", place=place, remedy="make an archive without a password")
    if member.filename.lower().endswith(".zip"):
        raise FormatError("an archive inside an archive is not opened", place=place, remedy="unpack it first")
    if member.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise FormatError("its method of packing is not read", place=place, remedy="pack it with deflate")


def _content(archive: zipfile.ZipFile, member: zipfile.ZipInfo, allowed: int, left: int, place: str) -> bytes:
    """The bytes of a member.

    Raises:
        LimitError: it is too large, or grows too much in unpacking.
        DamagedError: it is broken, or not as large as the archive says.
    """
    made = bytearray()
    try:
        with archive.open(member) as stream:
            while chunk := stream.read(_CHUNK):
                made += chunk
                if len(made) > limits.ZIP_RATIO_FROM and len(made) > limits.ZIP_RATIO * member.compress_size:
                    raise limits.beyond("it grows too much in unpacking", "ZIP_RATIO", place=place)
                if len(made) > left:
                    raise limits.beyond("the archive is too large unpacked", "ZIP_TOTAL_BYTES", place=place)
                if len(made) > allowed:
                    raise LimitError(f"the file is larger than {allowed:,} bytes", place=place)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError) as error:
        raise DamagedError(f"broken inside the archive: {error}", place=place) from error
    return bytes(made)
