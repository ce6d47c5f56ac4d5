from __future__ import annotations

import copy
import inspect
import pickle

import pytest

from graph import errors

KINDS = [
    kind for _, kind in inspect.getmembers(errors, inspect.isclass) if issubclass(kind, errors.LawpathError)
]


@pytest.mark.parametrize("kind", KINDS)
def test_an_error_travels_whole(kind: type[errors.LawpathError]) -> None:
    error = kind("it is empty", place="a.txt", remedy="put text in")
    for other in (pickle.loads(pickle.dumps(error)), copy.copy(error)):
        assert type(other) is kind
        assert str(other) == "a.txt: it is empty (put text in)"


def test_the_tree_in_the_docstring_is_the_tree() -> None:
    assert errors.__doc__
    for kind in KINDS:
        assert kind.__name__ in errors.__doc__
