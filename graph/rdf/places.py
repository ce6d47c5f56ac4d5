"""Where a store is: in a folder, or under the address of a server."""

from __future__ import annotations

import re
from pathlib import Path

_ADDRESS = re.compile(r"(?P<scheme>https?):/{1,2}(?P<rest>[^/].*)", re.DOTALL)


def address_of(place: Path | str) -> str | None:
    """Return the address that a place is; None where it is a folder.

    A command line that takes paths folds the two slashes of `http://` into one.
    """
    found = _ADDRESS.fullmatch(str(place))
    return f"{found['scheme']}://{found['rest'].rstrip('/')}" if found else None
