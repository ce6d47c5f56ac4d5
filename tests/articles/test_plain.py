import datetime as dt
from pathlib import Path

import pytest

from graph.articles import read_pasted
from graph.errors import FormatError, LimitError, NoTextError
from tests.articles.reading import PROSE, SENTENCE, aside, one, refused

SEED_LIKE = (
    "Ministry promised to reopen the archive next week\n"
    f"{SENTENCE}\n\n"
    'Readers wait before the gate of the "Old Archive" in Riga. January 30, 2026. Photo: XY Photo/Anna Berg\n'
    "The speaker assured them that the archive would open.\n"
    "Comments"
)


def test_first_line_is_the_title_and_the_rest_the_text() -> None:
    article = one("riga.txt", SEED_LIKE)
    assert article.id == "riga"
    assert article.title == "Ministry promised to reopen the archive next week"
    assert article.text == SEED_LIKE.partition("\n")[2]
    assert article.notices == ()


def test_caption_and_comments_are_set_aside_but_the_paragraph_after_the_caption_is_not() -> None:
    kinds = aside(one("riga.txt", SEED_LIKE))
    assert [kind for kind, _ in kinds] == ["caption", "comments"]
    assert kinds[0][1].endswith("Photo: XY Photo/Anna Berg")


def test_date_of_a_caption_is_no_publication_date() -> None:
    assert one("riga.txt", SEED_LIKE).published is None


def test_file_name_and_file_date_give_no_publication_date(tmp_path: Path) -> None:
    assert one("2026-02-07-riga.txt", f"A title\n{PROSE}").published is None


@pytest.mark.parametrize(
    "line", ["Published: 2026-02-07", "First published: 7 February 2026 | Updated: 9 February 2026"]
)
def test_a_line_that_says_published_gives_the_date_and_is_set_aside(line: str) -> None:
    article = one("a.txt", f"A title\n{line}\n{PROSE}")
    assert article.published == dt.date(2026, 2, 7)
    assert aside(article) == [("byline", line)]


def test_a_line_that_says_updated_gives_no_date() -> None:
    assert one("a.txt", f"A title\nUpdated: 2026-02-07\n{PROSE}").published is None


def test_an_impossible_published_line_is_told_and_set_aside() -> None:
    article = one("a.txt", f"A title\nPublished: 2024-02-30\n{PROSE}")
    assert article.published is None
    assert any("2024-02-30" in notice for notice in article.notices)
    assert aside(article) == [("byline", "Published: 2024-02-30")]


def test_published_far_down_in_the_text_is_no_statement_of_the_article() -> None:
    body = "\n".join([PROSE] * 10 + ["Published: 2026-02-07"])
    assert one("a.txt", f"A title\n{body}").published is None


def test_a_single_line_is_text_without_title() -> None:
    article = one("a.txt", PROSE)
    assert (article.title, article.text) == ("", PROSE)


def test_a_first_line_too_long_for_a_title_is_text() -> None:
    long = " ".join([PROSE] * 4)
    article = one("a.txt", f"{long}\n{PROSE}")
    assert article.title == ""
    assert article.text == f"{long}\n{PROSE}"
    assert "HEADLINE" in " ".join(article.notices) or "longer than 300" in " ".join(article.notices)


def test_blank_lines_around_title_and_text_are_left_off_and_inner_ones_kept() -> None:
    article = one("a.txt", f"\n\n  A title \n\n\n{SENTENCE}\n\n{SENTENCE}\n\n")
    assert article.title == "A title"
    assert article.text == f"{SENTENCE}\n\n{SENTENCE}"


@pytest.mark.parametrize("content", ["\n", " \n\t\n ", "\ufeff", "...\n---\n123"])
def test_no_letter_is_no_text(content: str) -> None:
    assert isinstance(refused("a.txt", content), NoTextError)


def test_empty_file_is_told_with_its_name() -> None:
    error = refused("void.txt", b"")
    assert isinstance(error, NoTextError)
    assert error.place == "void.txt"


def test_nothing_but_a_caption_is_no_text() -> None:
    assert isinstance(refused("a.txt", "Photo: Anna Berg/Getty Images"), NoTextError)


def test_a_page_named_txt_is_refused_with_the_right_name_as_remedy() -> None:
    error = refused("a.txt", f"<!DOCTYPE html><html><body>{PROSE}</body></html>")
    assert isinstance(error, FormatError)
    assert ".html" in error.remedy


def test_six_megabytes_are_refused_by_the_named_limit() -> None:
    error = refused("a.txt", "A title\n" + "word " * 1_200_000)
    assert isinstance(error, LimitError)
    assert "ARTICLE_BYTES" in error.problem
    assert "5,000,000" in error.problem


def test_ten_megabytes_of_one_paragraph_are_refused_by_the_named_limit() -> None:
    assert "ARTICLE_BYTES" in refused("a.txt", "A title\n" + "x" * 10_000_000).problem


def test_too_many_lines_are_refused_by_the_named_limit() -> None:
    assert "ARTICLE_LINES" in refused("a.txt", "A title\n" + "x\n" * 100_001).problem


def test_line_ends_of_windows_keep_offsets() -> None:
    article = one("a.txt", f"A title\r\n{SENTENCE}\r\n{SENTENCE}")
    assert article.title == "A title"
    assert article.text == f"{SENTENCE} \n{SENTENCE}"
    assert article.notices == ()


def test_pasted_text_has_its_first_line_as_title() -> None:
    article = read_pasted(f"A title\n{PROSE}")
    assert (article.title, article.text) == ("A title", PROSE)
    assert article.id.startswith("pasted-")


def test_pasted_text_with_a_title_is_all_text() -> None:
    article = read_pasted(
        f"First line\n{PROSE}",
        title="A title",
        published=dt.date(2026, 2, 7),
        outlet="The Gate",
        url="https://gate.example/1",
    )
    assert article.text.startswith("First line\n")
    assert (article.published, article.outlet) == (dt.date(2026, 2, 7), "The Gate")
    assert article.url == "https://gate.example/1"


def test_the_same_paste_has_the_same_identifier_and_another_another() -> None:
    assert read_pasted(PROSE).id == read_pasted(PROSE).id != read_pasted(PROSE + ".").id


def test_empty_paste_is_refused() -> None:
    with pytest.raises(NoTextError):
        read_pasted("  \n ")
