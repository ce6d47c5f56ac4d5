from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.language.sentences import cut


def sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in cut(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Senate sat. It voted.", ["The Senate sat.", "It voted."]),
        (
            "Mr. Holm spoke to Sen. Brandt, D-Calif., on Feb. 15.",
            ["Mr. Holm spoke to Sen. Brandt, D-Calif., on Feb. 15."],
        ),
        (
            "The U.S. Senate passed H.R. 3093. The House waits.",
            ["The U.S. Senate passed H.R. 3093.", "The House waits."],
        ),
        ("He lives in the U.S. The law is new.", ["He lives in the U.S.", "The law is new."]),
        ("Bill No. 10449 passed. No. It failed.", ["Bill No. 10449 passed.", "No.", "It failed."]),
        ("“We will vote.” She left.", ["“We will vote.”", "She left."]),
        ("A title\nA line without a stop\nAnother", ["A title", "A line without a stop", "Another"]),
        (
            "J. R. Holm signed it at 8.14 p.m. The hall was empty.",
            ["J. R. Holm signed it at 8.14 p.m.", "The hall was empty."],
        ),
        ("Did it pass? Yes! So they say…", ["Did it pass?", "Yes!", "So they say…"]),
        ("The vote was 75 to 19.The measure waits.", ["The vote was 75 to 19.", "The measure waits."]),
        (
            "Holm Hails Harbour Bill Washington-- Senator Holm spoke.",
            ["Holm Hails Harbour Bill", "Washington-- Senator Holm spoke."],
        ),
        (
            "Water Bill Clears Congress WASHINGTON, D.C. Towns may gain.",
            ["Water Bill Clears Congress", "WASHINGTON, D.C. Towns may gain."],
        ),
        (
            "Holm Hails Bill May 8, 2007 Albany, NY - Today, Holm spoke.",
            ["Holm Hails Bill", "May 8, 2007", "Albany, NY - Today, Holm spoke."],
        ),
        ("He came on May 8, 2007 Holm said.", ["He came on May 8, 2007 Holm said."]),
        ("", []),
        ("  \n \n", []),
        (
            "Holm signed H.J. Res. 76. The Senate adopted S. Con. Res. 3 and H. Con. Res. 5.",
            ["Holm signed H.J. Res. 76.", "The Senate adopted S. Con. Res. 3 and H. Con. Res. 5."],
        ),
        (
            "Asm. Per Lund and Engr. Bo Berg backed bill Nr. 6. Art. II stands.",
            ["Asm. Per Lund and Engr. Bo Berg backed bill Nr. 6.", "Art. II stands."],
        ),
        ("They said no. I agree.", ["They said no.", "I agree."]),
    ],
)
def test_cut(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


@given(st.text(alphabet=st.sampled_from('Ab .!?…"”’)\n1Sen'), max_size=200))
def test_sentences_cover_all_but_white_space_in_order(text: str) -> None:
    spans = list(cut(text))
    assert spans == sorted(spans)
    assert all(a < b for a, b in spans)
    assert all(one[1] <= two[0] for one, two in itertools.pairwise(spans))
    covered = "".join(text[a:b] for a, b in spans)
    assert "".join(covered.split()) == "".join(text.split())


def test_a_wrapped_line_goes_on_and_a_heading_does_not() -> None:
    first = "The chamber adopted the water bill in its first reading and must adopt it in\na second one."
    assert sentences(f"{first} Then it rests.") == [first, "Then it rests."]
    headed = "Parliament adopts the bill\nthe chamber said"
    assert len(sentences(headed)) == 2
