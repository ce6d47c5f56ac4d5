import datetime as dt
import json

import pytest

from graph.articles import limits
from graph.errors import DamagedError, LimitError, NoTextError
from graph.model import Article
from tests.articles.reading import PROSE, articles, errors, one, read, refused

RECORD = {
    "id": "water-1",
    "title": "Water bill passed",
    "published": "2026-02-07",
    "url": "https://gate.example/water",
    "outlet": "The Gate",
    "text": PROSE,
}


def test_one_object_is_one_article() -> None:
    assert one("a.json", json.dumps(RECORD)) == Article(
        id="water-1",
        title="Water bill passed",
        text=PROSE,
        published=dt.date(2026, 2, 7),
        outlet="The Gate",
        url="https://gate.example/water",
    )


def test_only_the_text_is_needed() -> None:
    assert one("water.json", json.dumps({"text": PROSE})) == Article(id="water", title="", text=PROSE)


def test_text_is_kept_with_its_white_space() -> None:
    text = f"\n  {PROSE}\t\n\n"
    assert one("a.json", json.dumps({"text": text})).text == text


def test_a_list_is_many_articles_named_by_their_number() -> None:
    items = read("a.json", json.dumps([{"text": PROSE}, RECORD, {"text": PROSE + "."}]))
    assert [article.id for article in articles(items)] == ["a-1", "water-1", "a-3"]


def test_refused_records_of_a_list_are_told_and_the_rest_is_read() -> None:
    items = read(
        "a.json", json.dumps([RECORD, {"title": "x"}, 7, {"text": ["x"]}, {"text": None}, {"text": PROSE}])
    )
    assert [article.id for article in articles(items)] == ["water-1", "a-6"]
    assert [(type(error), error.place) for error in errors(items)] == [
        (NoTextError, "a.json, record 2"),
        (DamagedError, "a.json, record 3"),
        (DamagedError, "a.json, record 4"),
        (NoTextError, "a.json, record 5"),
    ]


@pytest.mark.parametrize(
    "content", ['"x"', "7", "null", "{", '{"text": "x"', "[1,]", "\x01", "{'text': 'x'}"]
)
def test_what_is_no_record_is_refused(content: str) -> None:
    assert isinstance(refused("a.json", content), DamagedError)


def test_broken_json_is_told_with_line_and_character() -> None:
    error = refused("a.json", '{\n "text": "x",\n oops\n}')
    assert "line 3, character 2" in error.problem


@pytest.mark.parametrize("content", ["[" * 100_000, '{"a":' * 100_000, '{"text": ' + "[" * 100_000])
def test_deep_nesting_is_refused(content: str) -> None:
    error = refused("a.json", content)
    assert isinstance(error, DamagedError)
    assert "nested deeper" in error.problem


def test_numbers_are_kept_as_written_however_long() -> None:
    article = one(
        "a.json", f'{{"id": {"7" * 200}, "title": 1e999, "published": 20260207, "text": "Deputies met."}}'
    )
    assert article.id == "7" * 200
    assert article.title == "1e999"
    assert article.published == dt.date(2026, 2, 7)
    assert one("a.json", f'{{"views": {"7" * 6000}, "text": "Deputies met."}}').id == "a"


@pytest.mark.parametrize("word", ["NaN", "Infinity", "-Infinity"])
def test_nan_is_unknown_and_told(word: str) -> None:
    article = one("a.json", f'{{"outlet": {word}, "text": "Deputies met."}}')
    assert article.outlet is None
    assert any("“outlet” is NaN" in notice for notice in article.notices)


def test_nan_elsewhere_does_not_matter() -> None:
    assert one("a.json", '{"score": NaN, "text": "Deputies met."}').notices == ()


def test_a_field_that_stands_twice_is_told_unless_both_agree() -> None:
    article = one("a.json", '{"text": "One met.", "text": "Two met.", "id": "x", "id": "x"}')
    assert article.text == "Two met."
    assert article.notices == ("the field “text” stands twice; the last is used",)


@pytest.mark.parametrize("words", ["2024-02-30", "Sunday", "02/07/2026", "2026-02"])
def test_an_unusable_date_is_unknown_and_quoted(words: str) -> None:
    article = one("a.json", json.dumps({**RECORD, "published": words}))
    assert article.published is None
    assert article.notices == (f"publication date unknown: “{words}” states no day",)


def test_fields_of_another_kind_are_told() -> None:
    article = one("a.json", json.dumps({**RECORD, "outlet": {"name": "x"}, "title": ["x"]}))
    assert (article.outlet, article.title) == (None, "")
    assert len(article.notices) == 2


def test_retold_is_a_boolean() -> None:
    assert one("a.json", json.dumps({**RECORD, "retold": True})).retold
    assert not one("a.json", json.dumps({**RECORD, "retold": False})).retold


def test_a_byte_order_mark_is_left_off() -> None:
    assert one("a.json", b"\xef\xbb\xbf" + json.dumps(RECORD).encode()).id == "water-1"


@pytest.mark.parametrize("identifier", ["", "  ", None, "x" * 301, ["x"]])
def test_without_a_usable_identifier_the_file_names_the_article(identifier: object) -> None:
    assert one("a.json", json.dumps({"id": identifier, "text": PROSE})).id == "a"


def test_one_bad_line_of_a_thousand_is_told_and_999_are_read() -> None:
    rows = [json.dumps({"id": f"n{n}", "text": f"Deputies met {n} times."}) for n in range(1, 1001)]
    rows[500] = rows[500][:-3]
    items = read("a.jsonl", "\n".join(rows))
    assert len(articles(items)) == 999
    (error,) = errors(items)
    assert isinstance(error, DamagedError)
    assert error.place == "a.jsonl, line 501"


def test_blank_lines_count_but_are_no_records() -> None:
    items = read("a.jsonl", f"\n{json.dumps({'text': PROSE})}\n\r\n{json.dumps({'text': PROSE + '.'})}")
    assert [article.id for article in articles(items)] == ["a-2", "a-4"]


def test_line_separators_inside_a_string_do_not_end_the_line() -> None:
    text = "Deputies\u2028met\u0085again."
    assert one("a.jsonl", json.dumps({"text": text}, ensure_ascii=False)).text == "Deputies\u2028met again."


def test_a_line_in_another_encoding_does_not_change_the_others() -> None:
    first = json.dumps({"text": "José met."}, ensure_ascii=False)
    items = articles(read("a.jsonl", first.encode() + b"\n" + first.replace("met", "sat").encode("cp1252")))
    assert [article.text for article in items] == ["José met.", "José sat."]
    assert items[0].notices == ()
    assert "Windows-1252" in items[1].notices[0]


def test_utf_16_lines_are_read() -> None:
    items = read(
        "a.jsonl",
        "\n".join(json.dumps({"text": f"Day {n} é."}, ensure_ascii=False) for n in (1, 2)).encode("utf-16"),
    )
    assert [article.text for article in articles(items)] == ["Day 1 é.", "Day 2 é."]


def test_a_file_of_blank_lines_is_empty() -> None:
    assert isinstance(refused("a.jsonl", "\n\n \n"), NoTextError)


def test_a_line_beyond_the_limit_is_refused_and_the_next_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "RECORD_BYTES", 100)
    items = read("a.jsonl", json.dumps({"text": "x" * 200}) + "\n" + json.dumps({"text": "Deputies met."}))
    assert isinstance(items[0], LimitError)
    assert "RECORD_BYTES" in items[0].problem
    assert isinstance(items[1], Article)


def test_too_many_refusals_end_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "REFUSALS", 3)
    items = errors(read("a.jsonl", "x\n" * 10))
    assert len(items) == 4
    assert "REFUSALS" in items[-1].problem


def test_too_many_records_end_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "RECORDS", 2)
    items = read("a.jsonl", "\n".join(json.dumps({"text": f"Day {n}."}) for n in range(5)))
    assert len(articles(items)) == 2
    assert "RECORDS" in errors(items)[0].problem
