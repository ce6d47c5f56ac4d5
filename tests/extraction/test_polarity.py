"""Which way deeds point: for or against the bill, by what they are aimed at, refusals and what is asked."""

from __future__ import annotations

import pytest

from graph.articles import read_pasted
from graph.extraction.positions import find_positions
from graph.extraction.stances.candidates import candidates
from graph.extraction.stances.features import Features
from graph.extraction.steps import STEPS, read

# sentence | actor | sign of all that the actor does
CASES = """
The Greens refuse to support the bill. | Greens | -1
Senator Ann Hill supported the veto. | Ann Hill | -1
Senator Ann Hill criticised the veto. | Ann Hill | 1
Governor Ann Hill has threatened a veto of the bill. | Ann Hill | -1
President Ann Hill asked Republicans to vote no on the bill. | Ann Hill | -1
The bill was rejected on Monday. Mayor Ann Hill welcomed the result. | Ann Hill | -1
Senator Ann Hill withdrew her support for the bill. | Ann Hill | -1
Ann Hill said no to the bill. | Ann Hill | -1
Two Liberals crossed the floor to support the bill. | Two Liberals | 1
The Greens did not vote for the bill. | Greens | -1
Minister Ann Hill told deputies that Labour would oppose the bill. | Ann Hill | 0
The Greens and Labour were against. | Greens | -1
Six senators voted against the bill: Ann Hill and Bob Lane of the Centre, and Carla Poe. | Carla Poe | -1
The only Republicans who voted for the bill were Ann Hill and Bob Lane. | Bob Lane | 1
Nine Conservatives voted against the bill, among them the former minister Ann Hill. | Ann Hill | -1
The bill was opposed by business groups, including the Chamber of Commerce. | Chamber of Commerce | -1
Senator Ann Hill said the bill would protect families from polluted rivers. | Ann Hill | 1
Senator Ann Hill said the bill would hurt small farms. | Ann Hill | -1
The bill was read on Monday. "This bill is a giant step backward," said Senator Ann Hill. | Ann Hill | -1
Senator Ann Hill said the bill does nothing to solve the problem. | Ann Hill | -1
Senator Ann Hill argued that the bill cuts red tape. | Ann Hill | 1
Senator Ann Hill said farmers will benefit from the bill. | Ann Hill | 1
Senator Ann Hill said the bill does not go far enough. | Ann Hill | -1
The bill gives too much power to ministers, the Greens said. | Greens | -1
The bill was read on Monday. "It is important for her to speak out," said Senator Ann Hill. | Ann Hill | 0
The bill was read on Monday. Senator Ann Hill said the storm had destroyed hundreds of homes. | Ann Hill | 0
Labour has withheld support for the bill. | Labour | -1
President Ann Hill said she would not assent to the bill. | Ann Hill | -1
Senator Ann Hill said her party would vote against the bill. | Ann Hill | -1
Minister Ann Hill called for swift passage of the bill. | Ann Hill | 1
Minister Ann Hill expressed government opposition to the bill. | Ann Hill | -1
Senator Ann Hill called the draft that passed "unacceptable and against our constitution." | Ann Hill | -1
Senator Ann Hill slammed Labour for trying to torpedo her bill. | Ann Hill | 1
Senator Ann Hill said the bill falls short of the standards of human rights. | Ann Hill | -1
Ann Hill and Bob Lane were among the members who voted against the bill. | Ann Hill | -1
Those who rebelled against the bill included Ann Hill and Bob Lane. | Bob Lane | -1
Opponents of the bill include the Law Society and the Bar Council. | Law Society | -1
"""


@pytest.mark.parametrize("case", CASES.strip().splitlines())
def test_where_deeds_point(case: str) -> None:
    sentence, actor, sign = (part.strip() for part in case.split("|"))
    before = tuple(step for step in STEPS if step is not find_positions)
    draft = read(read_pasted(sentence, title=""), before)
    features = Features(draft, ())
    signs = [
        deed.sign
        for told in candidates(draft)
        for one in told
        if draft.actors.referents[one.holder].name == actor
        for deed in features.pointed(one)
    ]
    assert signs
    assert (sum(signs) > 0) - (sum(signs) < 0) == int(sign)
