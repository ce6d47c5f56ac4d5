import re

import pytest

from graph.articles import passages as module
from graph.articles.passages import passages, rules
from graph.errors import LexiconError

RUNNING = "Parliament passed the water bill on Tuesday, and the president has thirty days to sign it."
BLOCK = [RUNNING] * 10

CAPTIONS = [
    "Deputies leave the hall after the vote. May 3, 2024. Photo: XY Photo/Anna Berg",
    "Deputies leave the hall. Photo by: Anna Berg",
    "The chamber on Monday. Image: Anna Berg / The Gate, 2024",
    "The chamber on Monday. Credit: Getty Images",
    "Photo: Anna Berg, Tom Holt/Getty Images",
    "Photo by Anna Berg",
    "Photo courtesy of the Ministry of Water",
    "The speaker opens the sitting in Riga on May 3. (AP Photo/Anna Berg)",
    "The speaker opens the sitting. (Photo by Anna Berg/Getty Images)",
    "The speaker opens the sitting. [File photo: Anna Berg]",
    "The speaker opens the sitting (Anna Berg/Reuters)",
    "(Anna Berg via AP)",
    "FILE - The president speaks in Lyon, May 3, 2024. Deputies listen.",
    "FILE PHOTO: The president speaks in Lyon",
    "Image caption, Deputies on Monday",
    "Image source, Getty Images",
    "Caption: the chamber on Monday",
    "In this photo provided by the ministry, deputies leave the hall.",
    "In this May 3, 2024, file photo, taken from a balcony, deputies leave the hall.",
    "AP Photo/Anna Berg",
    "AFP via Getty Images",
    "Getty Images",
]
BYLINES = [
    "By Anna Berg",
    "BY ANNA BERG",
    "By Anna Berg and Tom Holt",
    "By Anna Berg, Political Editor",
    "By Anna Berg | 7 February 2026",
    "Reporting by Anna Berg in Riga; editing by Tom Holt",
    "(Reporting by Anna Berg and Tom Holt; Editing by Kim Roe)",
    "Additional reporting by Anna Berg",
    "Translated by Anna Berg",
    "The Gate's Tom Holt in Lyon contributed to this report.",
    "Published: 7 February 2026",
    "Published 7 February 2026, 10:30 GMT",
    "Last updated on February 7, 2026 at 10:30 a.m. EST",
    "Published: 7 February 2026 | Updated: 8 February 2026",
    "Thursday, May 7, 2015",
    "2026-02-07",
    "7 February 2026, 10:30",
]
DATELINES = [
    "RIGA, Feb. 5 (Reuters) -",
    "RIGA, Latvia (AP) —",
    "RIGA, February 5",
    "RIGA —",
    "NEW YORK, Feb. 5, 2026",
]
SHARES = [
    "Share",
    "Share this article",
    "Share on Facebook",
    "Facebook | Twitter | WhatsApp",
    "Copy link",
    "Subscribe to our newsletter",
    "Sign up for our daily briefing!",
    "Follow us on Telegram and Facebook",
    "Join our Telegram channel",
    "Read more: Water bill goes to the president",
    "READ ALSO: Water bill goes to the president",
    "Related:",
    "Related articles",
    "Watch: the debate in three minutes",
    "You may also like",
]
COPYRIGHTS = [
    "© 2026 The Gate",
    "Copyright 2026 The Gate. All rights reserved.",
    "Copyright © The Gate",
    "(c) 2026 The Gate",
    "The Gate Media Ltd. All rights reserved.",
    "All rights reserved. Nothing may be copied without leave.",
]
COMMENTS = [
    "Comments",
    "Comments (12)",
    "12 comments",
    "Leave a comment",
    "View all 12 comments",
    "No comments yet",
]
OTHERS = [
    "Advertisement",
    "- Advertisement -",
    "Story continues below advertisement",
    "3 min read",
    "https://gate.example/a?b=c",
    "![The hall](https://gate.example/p.jpg)",
    "* * *",
]


def kinds_of(line: str, *, place: str) -> list[str]:
    text = "\n".join([line, *BLOCK] if place == "head" else [*BLOCK, line])
    return [passage.kind for passage in passages(text)]


@pytest.mark.parametrize(
    ("kind", "line"),
    [
        (kind, line)
        for kind, lines in (
            ("caption", CAPTIONS),
            ("share", SHARES),
            ("comments", COMMENTS),
            ("other", OTHERS),
            ("byline", BYLINES),
            ("copyright", COPYRIGHTS),
        )
        for line in lines
    ],
)
def test_a_line_that_is_no_running_text_is_set_aside_at_the_end(kind: str, line: str) -> None:
    assert kinds_of(line, place="tail") == [kind]


@pytest.mark.parametrize(
    ("kind", "line"), [("byline", line) for line in BYLINES[:9] + BYLINES[10:] + DATELINES]
)
def test_bylines_and_datelines_are_set_aside_at_the_head(kind: str, line: str) -> None:
    assert kinds_of(line, place="head") == [kind]


@pytest.mark.parametrize("line", CAPTIONS + SHARES)
def test_captions_and_share_lines_are_set_aside_between_paragraphs(line: str) -> None:
    text = "\n".join([*BLOCK, line, *BLOCK])
    assert [text[passage.start : passage.end] for passage in passages(text)] == [line]


@pytest.mark.parametrize(
    "line",
    [
        RUNNING,
        "RIGA, February 5 — Parliament passed the water bill.",
        "RIGA (Reuters) - Parliament passed the water bill.",
        "RIGA — The bill passed.",
        "By Friday",
        "By Tuesday evening the Senate had passed it.",
        "By law",
        "By May 2026",
        "By a vote of 230 to 197 the House passed the bill.",
        "By Monday, Anna Berg had counted the votes.",
        "Reporting by the commission shows that the law works.",
        "Reporting by Amnesty shows that the law works.",
        "Photo opportunities followed the signing.",
        "He held up a photo: the hall was empty.",
        "The speaker showed two exhibits. Photo: the hall was empty that day.",
        "The minister published a photo. Image: Anna said that nobody came and the hall stayed empty.",
        "Deputies passed the bill (Anna Berg abstained).",
        "Deputies approved the file (File 23).",
        "In this photo the minister signs the bill that nobody had read.",
        "In this bill the deputies see a threat.",
        "File the bill by Friday, the speaker said.",
        "Share of the vote fell to 30 percent.",
        "Share prices fell after the vote.",
        "Print shops will close under the law.",
        "Read more than 300 pages of amendments before the vote, he said.",
        "Related offences are not covered by the amnesty.",
        "Related bills were withdrawn.",
        "Subscribe to the treaty or leave, he told the states.",
        "Sign up for the scheme ended on Friday.",
        "Join the coalition, she told them.",
        "Register of Deputies opens on Friday.",
        "Watch groups criticised the bill.",
        "Copyright law was amended on Tuesday.",
        "Copyright reform passed its second reading.",
        "Comments on the bill are due by Friday.",
        "Comments by the president angered deputies.",
        "No comments were made after the vote.",
        "Published on Tuesday, the law takes effect in 15 days.",
        "Updated rules take effect on May 3, 2026.",
        "On May 3, 2026",
        "May 3, 2026, is the day the law takes effect.",
        "Advertisement of tobacco is banned by the bill.",
        "THE VOTE",
        "Save the date, the speaker said.",
        "Getty Images opposes the bill.",
        "AFP reported that the bill had passed.",
        "Reuters/Ipsos polls show support for the bill.",
        "Video evidence was shown to the committee.",
        "The agency contributed to this. Report follows.",
        "Translated into law, the promise cost millions.",
        "Written by hand, the bill was hard to read.",
        "First reading: passed.",
    ],
)
@pytest.mark.parametrize("place", ["head", "tail"])
def test_running_text_is_never_set_aside(line: str, place: str) -> None:
    assert kinds_of(line, place=place) == []


def test_bylines_stand_only_at_the_edges() -> None:
    text = "\n".join([*BLOCK, "By Anna Berg", *BLOCK])
    assert passages(text) == ()


def test_a_long_paragraph_with_a_credit_at_its_end_is_running_text() -> None:
    text = " ".join([RUNNING] * 6) + " Photo: Anna Berg"
    assert passages(text) == ()


def test_a_caption_of_many_sentences_is_running_text() -> None:
    assert passages("It passed. He signed. She left. They sang. All slept. Photo: Anna Berg") == ()


def test_white_space_around_a_line_is_not_part_of_it() -> None:
    text = f"{RUNNING}\n \t Comments \u00a0\n"
    (passage,) = passages(text)
    assert text[passage.start : passage.end] == "Comments"


def test_a_first_line_that_repeats_the_title_is_set_aside() -> None:
    text = f"Water  bill PASSED\n{RUNNING}\nWater bill passed"
    assert [(passage.kind, passage.start) for passage in passages(text, "Water bill passed")] == [
        ("other", 0)
    ]


def test_nothing_in_nothing() -> None:
    assert passages("") == passages("\n \n") == ()


def test_every_rule_has_a_case() -> None:
    lines = [*CAPTIONS, *BYLINES, *DATELINES, *SHARES, *COPYRIGHTS, *COMMENTS, *OTHERS]
    without = [
        rule.name
        for rule in rules()
        if not any(rule.describes(line, at_head=True, at_tail=True) for line in lines)
    ]
    assert without == []


@pytest.mark.parametrize(
    ("table", "told"),
    [
        ({"fragments": {}, "rules": {"x": {"kind": "advert", "line": "x"}}}, "unknown kind"),
        ({"fragments": {}, "rules": {"x": {"kind": "share", "place": "top", "line": "x"}}}, "unknown kind"),
        ({"fragments": {}, "rules": {"x": {"kind": "share", "line": "("}}}, "rule x"),
        ({"fragments": {}, "rules": {"x": {"kind": "share", "line": "<nothing>"}}}, "no fragment <nothing>"),
    ],
)
def test_a_broken_lexicon_is_told(
    monkeypatch: pytest.MonkeyPatch, table: dict[str, object], told: str
) -> None:
    monkeypatch.setattr(module, "load_lexicon", lambda name: table)
    rules.cache_clear()
    try:
        with pytest.raises(LexiconError, match=re.escape(told)):
            rules()
    finally:
        rules.cache_clear()
