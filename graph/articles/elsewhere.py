"""Files at addresses that [fsspec](https://filesystem-spec.readthedocs.io) knows, as `s3://bucket/news`.

fsspec is optional, and so is what it needs for each kind of address. `::` chains addresses, `*` stands for
names: `zip://*.md::s3://bucket/news.zip`.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

from graph.articles.source import missing, shown
from graph.errors import InputError


@dataclass(frozen=True, slots=True, order=True)
class Elsewhere:
    """A file at an address.

    Attributes:
        root: the address that the user gave.
        path: of the file, on the file system behind the root.
    """

    root: str
    path: str

    @property
    def name(self) -> str:
        """The file's name without folders."""
        return PurePosixPath(self.path).name

    def __str__(self) -> str:
        """Return the address with the file's path."""
        scheme, _, chained = self.root.partition("://")
        _, found, rest = chained.partition("::")
        return f"{scheme}://{self.path.lstrip('/')}{found}{rest}"

    def content(self, most: int) -> bytes:
        """Return the bytes of the file, `most` + 1 of them at most.

        Raises:
            InputError: it cannot be read.
        """
        with _told(str(self)):
            system, _ = _system(self.root)
            with system.open(self.path, "rb") as file:
                content: bytes = file.read(most + 1)
                return content


def is_address(text: str) -> bool:
    """Whether some words are an address and no path."""
    return "://" in text


def files_at(address: str) -> Iterator[Elsewhere]:
    """Yield every file at or under an address, or those that its `*` stands for.

    Raises:
        InputError: there is none, or nobody knows this kind of address.
    """
    with _told(address):
        system, path = _system(address)
        found = system.glob(path) if "*" in path else [path]
        files = [file for one in found for file in (system.find(one) if system.isdir(one) else [one])]
        if not files or not system.exists(files[0]):
            raise FileNotFoundError
    yield from (Elsewhere(address, file) for file in files)


def write_at(address: str, name: str, content: bytes) -> None:
    """Put a file under an address, whole where its file system can do that.

    Raises:
        InputError: it cannot be written.
    """
    with _told(f"{address}/{name}"):
        system, path = _system(address)
        system.makedirs(path, exist_ok=True)
        system.pipe_file(f"{path}/{name}", content)


def read_at(address: str, name: str) -> bytes | None:
    """Return a file under an address; None where there is none.

    Raises:
        InputError: it cannot be read.
    """
    with _told(f"{address}/{name}"):
        system, path = _system(address)
        content: bytes | None = system.cat_file(f"{path}/{name}") if system.exists(f"{path}/{name}") else None
        return content


def remove_at(address: str, name: str) -> None:
    """Remove a file under an address.

    Raises:
        InputError: it cannot be removed.
    """
    with _told(f"{address}/{name}"):
        system, path = _system(address)
        system.rm_file(f"{path}/{name}")


def _system(address: str) -> tuple[Any, str]:
    """Return the file system behind an address, and the path on it."""
    from fsspec.core import url_to_fs

    system, path = url_to_fs(address)
    return system, path


@contextmanager
def _told(address: str) -> Iterator[None]:
    """Turn what fsspec raises into an error for users."""
    place = shown(address)
    try:
        yield
    except ModuleNotFoundError as error:
        remedy = "install it: pip install -r requirements-dask.txt" if error.name == "fsspec" else str(error)
        raise InputError(f"such addresses need {error.name}", place=place, remedy=remedy) from error
    except ImportError as error:
        raise InputError(
            "such addresses need more than is installed", place=place, remedy=str(error)
        ) from error
    except FileNotFoundError as error:
        raise missing(place) from error
    except (OSError, ValueError) as error:
        raise InputError(f"cannot be opened: {error}", place=place) from error
