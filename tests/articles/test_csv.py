import csv
import datetime as dt
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.articles.record import storable
from graph.errors import DamagedError, LimitError, NoTextError
from tests.articles.reading import PROSE, articles, errors, one, read, refused

HEADER = "id,title,published,url,outlet,text\n"


def table(*rows: dict[str, str], columns: tuple[str, ...] = ("id", "text"), delimiter: str = ",") -> str:
    file = io.StringIO(newline="")
    writer = csv.DictWriter(file, columns, delimiter=delimiter)
    writer.writeheader()
    writer.writerows(rows)
    return file.getvalue()


def test_columns_become_fields() -> None:
    row = f'w1,"Water, passed",2026-02-07,https://gate.example/w,The Gate,"{PROSE}\nIt said ""no""."\n'
    article = one("a.csv", HEADER + row)
    assert (article.id, article.title, article.outlet) == ("w1", "Water, passed", "The Gate")
    assert article.published == dt.date(2026, 2, 7)
    assert article.url == "https://gate.example/w"
    assert article.text == f'{PROSE}\nIt said "no".'


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_the_header_tells_the_separator(delimiter: str) -> None:
    content = table({"id": "a", "text": "One; two, three\tmet."}, delimiter=delimiter)
    assert one("a.csv", content).text == "One; two, three\tmet."


def test_only_the_text_column_is_needed_and_rows_name_the_articles() -> None:
    items = read("a.csv", f'Text\n"{PROSE}"\n\n"{PROSE} Again."\n')
    assert [article.id for article in articles(items)] == ["a-1", "a-2"]


def test_a_field_of_200_kilobytes_is_read() -> None:
    text = "Deputies met. " * 15_000
    assert one("a.csv", table({"id": "a", "text": text})).text == text


def test_a_field_beyond_the_limit_is_refused_and_the_next_row_read() -> None:
    items = read("a.csv", table({"id": "a", "text": "x" * 5_000_001}, {"id": "b", "text": PROSE}))
    (error,) = errors(items)
    assert isinstance(error, LimitError)
    assert "ARTICLE_BYTES" in error.problem
    assert [article.id for article in articles(items)] == ["b"]


def test_ragged_rows_are_told_with_row_and_line() -> None:
    items = read("a.csv", f"id,text\na,{PROSE}\nb\nc,Deputies met.,x\nd,Deputies met.\n")
    assert [article.id for article in articles(items)] == ["a", "d"]
    assert [error.place for error in errors(items)] == ["a.csv, row 2 (line 3)", "a.csv, row 3 (line 4)"]


def test_broken_quoting_is_told_and_reading_goes_on() -> None:
    items = read("a.csv", 'id,text\na,"Deputies"met.\nb,Deputies met.\n')
    assert isinstance(errors(items)[0], DamagedError)
    assert [article.id for article in articles(items)] == ["b"]


def test_an_unclosed_quote_is_told() -> None:
    items = read("a.csv", 'id,text\na,Deputies met.\nb,"Deputies\nsat.\n')
    assert [article.id for article in articles(items)] == ["a"]
    assert isinstance(errors(items)[0], DamagedError)


@pytest.mark.parametrize(
    "content", ["id,body\n1,x\n", "just words\n", '"id,text\n1,x\n', '"a,text"\nx\n', "\nid,text\n"]
)
def test_without_a_text_column_the_file_is_refused(content: str) -> None:
    error = refused("a.csv", content)
    assert isinstance(error, DamagedError)
    assert error.place == "a.csv, line 1"


def test_a_column_that_stands_twice_is_refused() -> None:
    assert "twice" in refused("a.csv", "text,Text\na,b\n").problem


@pytest.mark.parametrize("content", ["  \n", "id,text\n", "id,text\n\n\n"])
def test_without_rows_there_is_no_text(content: str) -> None:
    assert isinstance(refused("a.csv", content), NoTextError)


def test_zero_bytes_are_replaced() -> None:
    assert one("a.csv", "text\nDeputies\x00met.\n").text == "Deputies met."


def test_retold_and_language_are_read() -> None:
    article = one("a.csv", "text,retold,language\nDeputies met.,true,de\n")
    assert article.retold
    assert any("“de”" in notice for notice in article.notices)


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=80))
def test_the_text_is_kept_code_point_for_code_point(text: str) -> None:
    text = f"The deputies met on Monday.\n{text}"  # a line that is running text, whatever stands below
    file = io.StringIO(newline="")
    csv.writer(file, quoting=csv.QUOTE_ALL).writerows([["text"], [text], [PROSE * 9]])
    # the long row keeps a row of odd characters from looking like a binary file
    assert articles(read("a.csv", file.getvalue()))[0].text == storable(text)[0]
