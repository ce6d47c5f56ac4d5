"""The kit that all drawings are drawn with."""

from __future__ import annotations

import re
from typing import get_args

import pytest

from graph.ui.components.sources import Drawing, kit, script


@pytest.mark.parametrize("drawing", get_args(Drawing))
def test_the_kit_has_every_drawing(drawing: Drawing) -> None:
    made, _ = kit()
    assert f"drawings.{drawing} = {drawing};" in made
    assert re.search(rf"^function {drawing}\(", made, re.MULTILINE)


def test_what_drawings_share_is_in_the_kit_once() -> None:
    made, style = kit()
    assert made.count("class Tip {") == 1
    assert made.count("class Reading {") == 1
    assert style.count(".drawing {") == 1


@pytest.mark.parametrize("drawing", get_args(Drawing))
def test_no_text_of_a_script_goes_over_a_line(drawing: Drawing) -> None:
    assert [line for line in script(drawing).splitlines() if line.count("`") % 2] == []
