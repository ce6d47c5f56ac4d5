"""CSV for spreadsheets and pandas: UTF-8, lines end with LF, otherwise as RFC 4180 says.

A text that a spreadsheet would run as a formula gets a leading apostrophe, the sign that spreadsheets
themselves use for "this is text".
"""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from graph.rdf.files import written_whole

Row = Mapping[str, object]
# Also full-width signs, which some spreadsheets fold to the plain ones, and the signs that end a cell early.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def csv_bytes(rows: Iterable[Row], columns: Sequence[str]) -> bytes:
    """Return rows as CSV with a heading; missing values are empty, lists are joined by "; "."""
    file = io.StringIO(newline="")
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([_cell(row.get(column)) for column in columns] for row in rows)
    return file.getvalue().encode("utf-8", "replace")


def write_table(rows: Iterable[Row], columns: Sequence[str], path: Path | str) -> None:
    """Write one table, whole or not at all.

    Raises:
        ExportError: the place cannot be written to.
    """
    with written_whole(path) as file:
        file.write(csv_bytes(rows, columns))


def zip_bytes(found: Mapping[str, Iterable[Row]], columns: Mapping[str, Sequence[str]]) -> bytes:
    """Return tables by name as a zip of CSV files, the same bytes for the same rows."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sorted(found):
            entry = zipfile.ZipInfo(
                f"{name}.csv", date_time=(1980, 1, 1, 0, 0, 0)
            )  # the first a zip can hold
            entry.compress_type, entry.create_system = zipfile.ZIP_DEFLATED, 3
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, csv_bytes(found[name], columns[name]))
    return file.getvalue()


def write_tables(
    found: Mapping[str, Iterable[Row]], columns: Mapping[str, Sequence[str]], path: Path | str
) -> None:
    """Write tables by name as a zip of CSV files, whole or not at all.

    Raises:
        ExportError: the place cannot be written to.
    """
    with written_whole(path) as file:
        file.write(zip_bytes(found, columns))


def _cell(value: object) -> object:
    if value is None:
        return ""
    if isinstance(value, bool | int | float):
        return value
    text = "; ".join(map(str, value)) if isinstance(value, list | tuple) else str(value)
    text = text.replace("\r\n", "\n").replace("\r", "\n")  # a bare CR would end the row
    return f"'{text}" if text.startswith(_FORMULA) else text
