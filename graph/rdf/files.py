"""Files that are written whole or not at all."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from graph.errors import ExportError


@contextmanager
def written_whole(path: Path | str) -> Iterator[BinaryIO]:
    """Give a file to write to that takes its name only when it is complete and on disk.

    Whatever stood at the path stays until then, also if the block fails.

    Raises:
        ExportError: the place cannot be written to.
    """
    target = Path(path)
    try:
        handle, name = tempfile.mkstemp(prefix=f".{target.name[:80]}.", suffix=".part", dir=target.parent)
    except OSError as error:
        raise ExportError(f"cannot write here: {error.strerror}", place=str(target)) from error
    part = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        part.chmod(0o666 & ~_mask())
        part.replace(target)
    except OSError as error:
        raise ExportError(
            f"the file could not be written: {error.strerror or error}",
            place=str(target),
            remedy="check the free space and the folder's permissions",
        ) from error
    finally:
        part.unlink(missing_ok=True)


def _mask() -> int:
    """Return what new files of this process are not allowed; `mkstemp` allows only the owner."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
