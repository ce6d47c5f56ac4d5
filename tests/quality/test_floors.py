"""Extraction on the part of the corpus set aside for measuring keeps to its floors; none falls unsaid."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.quality.floors import (
    Floors,
    below,
    broken,
    figures_of,
    lowered,
    measure,
    read_floors,
    repinned,
    unexplained,
    written,
)

OLD = Floors("abc", 2, {"stages f1": 0.5, "status accuracy": 0.8})


def test_no_figure_is_below_its_floor() -> None:
    corpus, card = measure()
    assert corpus.missing == []
    assert list(corpus.refused) == []
    found = list(broken(read_floors(), corpus.digest, card.articles, figures_of(card)))
    assert not found, "\n".join(found)


def test_a_figure_below_its_floor_is_named() -> None:
    same = {"stages f1": 0.5, "status accuracy": 0.95}
    assert list(broken(OLD, "abc", 2, same)) == []
    (told,) = broken(OLD, "abc", 2, same | {"stages f1": 0.4999})
    assert told == "stages f1 is 0.4999, below its floor 0.500"


@pytest.mark.parametrize(("digest", "articles"), [("abd", 2), ("abc", 3)])
def test_another_corpus_says_how_to_pin_anew(digest: str, articles: int) -> None:
    (told,) = broken(OLD, digest, articles, dict(OLD.figures))
    assert "run `python -m tests.quality.pin`" in told


def test_another_set_of_figures_is_noticed() -> None:
    (told,) = broken(OLD, "abc", 2, {"stages f1": 0.5, "votes accuracy": 0.1})
    assert "status accuracy" in told
    assert "votes accuracy" in told


def test_floors_rise_stay_and_fall() -> None:
    def pinned(figure: float) -> tuple[float, dict[str, float]]:
        new = repinned(OLD, "abc", {"stages f1": figure, "status accuracy": 0.8}, 2)
        return new.figures["stages f1"], lowered(OLD, new)

    assert pinned(0.6) == (0.59, {})
    assert pinned(0.505) == (0.5, {})
    assert pinned(0.45) == (0.44, {"stages f1": 0.44})


def test_a_first_pin_has_nothing_to_lower() -> None:
    new = repinned(None, "abc", {"stages f1": 0.005}, 2)
    assert (new.figures, lowered(None, new)) == ({"stages f1": 0.0}, {})


def test_a_figure_that_is_no_longer_there_counts_as_lowered() -> None:
    assert lowered(OLD, repinned(OLD, "abc", {"stages f1": 0.6}, 2)) == {"status accuracy": 0.0}


def test_lowering_needs_a_line_with_a_reason_for_this_very_floor() -> None:
    line = "- Quality floor lowered: stages f1 to 0.440:"
    assert unexplained({"stages f1": 0.44}, "# Changes\n") == [line]
    assert unexplained({"stages f1": 0.44}, f"{line}\nNext.\n") == [line]
    assert unexplained({"stages f1": 0.43}, f"{line} fewer guesses\n") != []
    assert unexplained({"stages f1": 0.44}, f"{line} fewer guesses\n") == []


def test_floors_are_written_as_they_are_read(tmp_path: Path) -> None:
    path = tmp_path / "floors.toml"
    path.write_text(written(OLD), encoding="utf-8")
    assert read_floors(path) == OLD


def test_a_floor_is_a_margin_below_and_never_negative() -> None:
    assert (below(0.51), below(0.5119), below(0.004)) == (0.5, 0.501, 0.0)
