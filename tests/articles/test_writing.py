"""What a text is written in: no words at all, or words that are not English."""

from __future__ import annotations

import random

import pytest

from graph.articles.writing import is_foreign, is_mostly_signs
from graph.errors import FormatError, NoTextError
from tests.articles.reading import PROSE, one, refused

GERMAN = (
    "Der Bundestag hat am Donnerstag das Gesetz mit großer Mehrheit beschlossen. Der Bundesrat muss noch"
    " zustimmen, bevor es in Kraft treten kann."
)
SPANISH = (
    "La Asamblea Nacional aprobó el jueves la ley de amnistía en primera discusión por unanimidad, y la"
    " segunda será la semana próxima, según dijo su presidente."
)
DUTCH = (
    "De Tweede Kamer heeft donderdag ingestemd met het wetsvoorstel. Het voorstel gaat nu naar de Eerste"
    " Kamer, die er in maart over stemt."
)


@pytest.mark.parametrize("text", [GERMAN, SPANISH, DUTCH])
def test_another_language_is_noticed(text: str) -> None:
    assert is_foreign(text)
    (notice,) = one("a.txt", f"A title\n{text}").notices
    assert notice.endswith("only English is understood")


@pytest.mark.parametrize("text", [PROSE, "HB 12, HB 14, SB 3", "My cat likes fish. It sleeps all day.", ""])
def test_english_and_what_is_too_short_to_say_are_not(text: str) -> None:
    assert not is_foreign(text)
    assert not is_mostly_signs(text)


def test_what_is_left_of_a_binary_file_is_refused() -> None:
    chance = random.Random(1)
    junk = "".join(chance.choice([chr(code) for code in range(33, 127)]) for _ in range(600))
    assert is_mostly_signs(junk)
    assert isinstance(refused("a.txt", f"A title\n{junk}"), NoTextError)


def test_signs_beside_running_text_are_no_reason() -> None:
    assert not is_mostly_signs(f"{PROSE}\n{'<' * 5_000}\n41–7, 10:30, 2031-03-02")


def test_a_short_file_with_control_characters_is_no_text() -> None:
    assert isinstance(refused("broken.md", b"\x00\x01\x02binary\xff\xfe"), FormatError)
