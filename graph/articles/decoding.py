"""Bytes to text: which encoding a file has, told or inferred from the bytes alone.

The order follows the Encoding Standard (https://encoding.spec.whatwg.org/): a byte order mark wins, then
valid UTF-8, then what the file says of itself, then Windows-1252. Every answer but plain UTF-8 is told in a
notice.
"""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

from graph.articles.source import Source
from graph.errors import DamagedError, FormatError

_BYTE_ORDER_MARKS = (  # UTF-32 first: its mark begins with that of UTF-16
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SIGNATURES = (
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a zip archive or an office document"),
    (b"PK\x05\x06", "an empty zip archive"),
    (b"\x1f\x8b", "gzip-compressed"),
    (b"BZh", "bzip2-compressed"),
    (b"\xfd7zXZ", "xz-compressed"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"Rar!", "a RAR archive"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"RIFF", "a picture, sound or film"),
    (b"\x7fELF", "a program"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"{\\rtf", "a rich text document"),
    (b"SQLite format 3", "a database"),
)
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\x0c\r")) + b"\x7f"
_DECLARABLE = re.compile(
    r"utf-(8|16(-le|-be)?|32(-le|-be)?)|ascii|iso8859-\d+|cp125\d|koi8-[ru]|mac-roman"
    r"|gb2312|gbk|gb18030|big5|shift_jis|cp932|euc_jp|euc_kr"
)
"""Python's names of the encodings that a file may declare; others (`punycode`, `utf-7`) are no page's."""
_SHARE_OF_HIGH_BYTES = 4
"""Windows-1252 is not guessed where more than one byte in this many is above 127: that is no Western text."""


class Decoded(NamedTuple):
    """The text of a file, and how it was decoded where that is worth telling."""

    text: str
    notices: tuple[str, ...] = ()


def refuse_binary(source: Source) -> None:
    """Refuse what is no text, whatever its name says.

    Raises:
        FormatError: a known signature, or too many control bytes.
    """
    head = source.content[:16]
    for signature, kind in _SIGNATURES:
        if head.startswith(signature):
            raise _no_text_file(source, f"the content is {kind}, not what the name {source.suffix} says")
    if _unicode_encoding(source.content):
        return
    controls = len(source.content) - len(source.content.translate(None, _CONTROLS))
    many = controls > 3 or (controls > 1 and controls * 10 > len(source.content))
    if many and controls * 50 > len(source.content):  # prose has none; compressed bytes have 11 in 100
        raise _no_text_file(source, f"the content is not text: {controls:,} control bytes")


def _no_text_file(source: Source, problem: str) -> FormatError:
    return FormatError(problem, place=source.place, remedy="save the article as plain text or HTML")


def _unicode_encoding(content: bytes) -> str | None:
    """The UTF that a byte order mark or, for UTF-16, the pattern of zero bytes gives away."""
    for mark, encoding in _BYTE_ORDER_MARKS:
        if content.startswith(mark):
            return encoding
    sample = content[:4000]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    pairs = len(sample) // 2
    if pairs >= 4 and len(content) % 2 == 0:
        if odd * 2 > pairs and even * 20 < pairs:
            return "utf-16-le"
        if even * 2 > pairs and odd * 20 < pairs:
            return "utf-16-be"
    return None


def _declared_codec(declared: str | None) -> str | None:
    """Python's name of a declared encoding, if it is one that we let a file declare."""
    if not declared:
        return None
    try:
        name = codecs.lookup(declared).name
    except (LookupError, ValueError):
        return None
    if name in ("iso8859-1", "ascii"):  # the Encoding Standard reads both labels as Windows-1252
        name = "cp1252"
    return name if _DECLARABLE.fullmatch(name) else None


def decode(content: bytes, *, place: str, declared: str | None = None) -> Decoded:
    """Return the text, without byte order mark.

    Args:
        content: bytes of the whole file or record.
        place: for messages.
        declared: the encoding that the file itself names (HTML meta, XML declaration), if any.

    Raises:
        DamagedError: the bytes contradict their own mark, or are in no encoding that we can tell.
    """
    encoding = _unicode_encoding(content)
    if encoding:
        return _decode_unicode(content, encoding, place)
    try:
        return Decoded(content.decode("utf-8"))
    except UnicodeDecodeError as error:
        broken_at = error.start
    codec = _declared_codec(declared)
    if codec and not codec.startswith("utf"):
        try:
            return Decoded(content.decode(codec), (f"decoded as {codec}, as the file says",))
        except UnicodeDecodeError:
            pass  # it lies about itself: infer it as if it had said nothing
    high = len(content) - len(content.translate(None, bytes(range(128, 256))))
    if high * _SHARE_OF_HIGH_BYTES > len(content):
        raise DamagedError(
            f"not UTF-8 (byte {broken_at:,}), and too few Latin letters for a Western encoding",
            place=place,
            remedy="save it as UTF-8",
        )
    try:
        text = content.decode("cp1252")
    except UnicodeDecodeError:
        return Decoded(content.decode("latin-1"), ("not UTF-8: decoded as Latin-1; check accented letters",))
    return Decoded(text, ("not UTF-8: decoded as Windows-1252; check accented letters",))


def _decode_unicode(content: bytes, encoding: str, place: str) -> Decoded:
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError as error:
        raise DamagedError(
            f"begins as {encoding.upper()}, but byte {error.start:,} does not fit it",
            place=place,
            remedy="save it as UTF-8",
        ) from error
    if text.startswith("\ufeff"):
        text = text[1:]
        return Decoded(text, (f"decoded as {encoding.upper()}; a byte order mark was left off",))
    return Decoded(text, (f"decoded as {encoding.upper()}, inferred from its zero bytes",))
