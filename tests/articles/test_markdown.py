import datetime as dt

import pytest

from graph.errors import DamagedError, LimitError
from tests.articles.reading import PROSE, aside, one, refused

FRONT = """---
title: "Water bill clears: first reading"
outlet: "The Gate / XY"
published: 2026-02-07
url: https://gate.example/water
language: en
---

"""


def test_front_matter_gives_the_facts_and_the_body_the_text() -> None:
    article = one("water.md", FRONT + PROSE + "\n")
    assert article.id == "water"
    assert article.title == "Water bill clears: first reading"
    assert article.outlet == "The Gate / XY"
    assert article.published == dt.date(2026, 2, 7)
    assert article.url == "https://gate.example/water"
    assert article.text == PROSE
    assert not article.retold
    assert article.notices == ()


def test_retold_is_read() -> None:
    assert one("a.md", f"---\nretold: true\n---\n{PROSE}").retold
    assert not one("a.md", f"---\nretold: false\n---\n{PROSE}").retold


def test_markdown_marks_stay_in_the_text() -> None:
    body = "The **water** bill [passed](https://gate.example).\n\n- one\n- two"
    assert one("a.md", FRONT + body).text == body


def test_a_dateline_before_running_text_is_running_text() -> None:
    assert one("a.md", FRONT + f"RIGA — {PROSE}").set_aside == ()


def test_pictures_and_rules_are_set_aside() -> None:
    picture = "![Deputies in the hall](https://gate.example/p.jpg)"
    assert aside(one("a.md", f"{FRONT}{picture}\n\n{PROSE}\n\n---\n\n{PROSE}")) == [
        ("other", picture),
        ("other", "---"),
    ]


def test_without_front_matter_a_heading_is_the_title() -> None:
    article = one("a.md", f"# Water bill passed #\n\n{PROSE}")
    assert (article.title, article.text) == ("Water bill passed", PROSE)


def test_without_front_matter_or_heading_there_is_no_title() -> None:
    article = one("a.md", PROSE)
    assert (article.title, article.text, article.published) == ("", PROSE, None)


def test_an_impossible_date_is_unknown_and_quoted() -> None:
    article = one("a.md", f"---\npublished: 2024-02-30\n---\n{PROSE}")
    assert article.published is None
    assert any("“2024-02-30”" in notice for notice in article.notices)


def test_values_stay_words() -> None:
    article = one("a.md", f"---\ntitle: no\noutlet: 0x1F\n---\n{PROSE}")
    assert (article.title, article.outlet) == ("no", "0x1F")


def test_empty_and_null_values_are_unknown() -> None:
    article = one("a.md", f"---\ntitle:\noutlet: null\npublished: ~\n---\n{PROSE}")
    assert (article.title, article.outlet, article.published) == ("", None, None)


def test_an_unquoted_colon_is_told_with_line_and_remedy() -> None:
    error = refused("a.md", f"---\noutlet: x\ntitle: Water: passed\n---\n{PROSE}")
    assert isinstance(error, DamagedError)
    assert error.place == "a.md, line 3"
    assert "quotation marks" in error.remedy


@pytest.mark.parametrize(
    "front",
    [
        "[" * 19_000,
        "title: !!python/object/apply:os.system [ls]",
        "a: &a [x]\nb: *c",
        'title: "\\UFFFFFFFF"',
        "- a\n- b",
        "title: \x00",
    ],
)
def test_hostile_front_matter_is_refused_or_read_as_words(front: str) -> None:
    content = f"---\n{front}\n---\n{PROSE}"
    if "python" in front:
        article = one("a.md", content)
        assert article.title == ""
        assert any("“title”" in notice for notice in article.notices)
    else:
        assert isinstance(refused("a.md", content), DamagedError)


def test_aliases_do_not_multiply() -> None:
    levels = "\n".join(f"a{n}: &a{n} [{','.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 40))
    assert one("a.md", f"---\na0: &a0 x\n{levels}\ntitle: t\n---\n{PROSE}").title == "t"


def test_a_field_that_stands_twice_is_told() -> None:
    article = one("a.md", f"---\ntitle: one\ntitle: two\n---\n{PROSE}")
    assert article.title == "two"
    assert any("stands twice" in notice for notice in article.notices)


def test_too_long_front_matter_is_refused_by_the_named_limit() -> None:
    error = refused("a.md", f"---\ntitle: {'x' * 30_000}\n---\n{PROSE}")
    assert isinstance(error, LimitError)
    assert "FRONT_MATTER_CHARACTERS" in error.problem


def test_unclosed_front_matter_is_text_with_a_notice() -> None:
    article = one("a.md", f"---\n{PROSE}")
    assert article.text == f"---\n{PROSE}"
    assert any("not closed" in notice for notice in article.notices)


def test_another_language_is_told() -> None:
    article = one("a.md", f"---\nlanguage: de\n---\n{PROSE}")
    assert any("“de”" in notice for notice in article.notices)
    assert one("a.md", f"---\nlanguage: en-GB\n---\n{PROSE}").notices == ()


def test_windows_line_ends_in_front_matter() -> None:
    article = one("a.md", (FRONT + PROSE).replace("\n", "\r\n"))
    assert article.title == "Water bill clears: first reading"
    assert article.text == PROSE
