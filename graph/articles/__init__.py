"""Files and pasted texts in, `graph.model.Article` out.

One module a format: plain text, Markdown with front matter, web pages, JSON and JSON Lines, CSV, RSS and
Atom, zip archives of those. Whatever cannot be read is an `InputError` that names file, place and remedy, as
a value in the stream, so that the rest of a batch goes on. Limits stand in `graph.articles.limits`.
"""

from __future__ import annotations

from graph.articles.batch import read_bytes, read_inputs
from graph.articles.plain import read_pasted

__all__ = ["read_bytes", "read_inputs", "read_pasted"]
