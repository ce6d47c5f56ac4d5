"""Figures of votes as sentences give them: which side each figure took, and what is no figure of a vote."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.extraction.tallies import find_tallies

# sentence | for against abstain of each tally, "-" where it is not told
CASES = """
The Senate failed to get 60 votes to end the debate, 44 voted for it, 48 against. | 44 48 -
A total of 222 voted in support and exceeded the two-thirds by 26 votes. | 222 - -
A total of 75 members expressed support, fourteen disagreed. | 75 14 -
At least 84 deputies voted for it. | 84 - -
Seven members of it (MPs) registered their vote against it and eight registering their vote for it. | 8 7 -
The count was 201 yeas to 88 nays. | 201 88 -
It was approved by a 201-to-88 vote. | 201 88 -
The bill needed 110 votes to pass but got only 97. | 97 - -
It passed by 37 votes, 201 to 164. | 201 164 -
Twenty opposition MPs voted against it and six abstained. | - 20 6
It got 42 yes votes and eight no votes. | 42 8 -
Some 97 members voted on Tuesday to drop it and five abstained. | 97 - 5
It passed with the votes of 41 deputies. | 41 - -
Eleven judges voted to uphold it and four dissented. | 11 4 -
The bill passed with 61 in support and 56 opposed. | 61 56 -
The bill passed 201 to 88. | 201 88 -
It was carried with a large majority of 201 votes to 88. | 201 88 -
A majority of 201 members voted in favour and 88 voted against it. | 201 88 -
Some 43 of the 60 members backed it, eight voted against. | 43 8 -
It went through on a vote of 201 to 88, with seven abstentions. | 201 88 7
There were 201 in favour, 88 against and seven abstentions. | 201 88 7
201 members voted for, with 88 opposed. | 201 88 -
The ayes were 201, the noes 88. | 201 88 -
Ayes: 201. Noes: 88. | 201 88 -
Votes in favour: 57; against: 35. | 57 35 -
It was defeated by 63-37. | 63 37 -
The chamber backed it 63-37-2. | 63 37 2
It was adopted by forty-one to eight. | 41 8 -
Three hundred and twelve voted for it, 205 against, and 19 abstained. | 312 205 19
It was carried by 71 votes to nil, with 20 members abstaining. | 71 0 20
The text got 310 votes against 96, with four abstentions. | 310 96 4
A motion to take it up got 87 votes and 101 deputies said no. | 87 101 -
A day earlier the lower house had approved it, 388 members to three. | 388 3 -
It was approved by 87 of the chamber's 120 members. | 87 - -
It ended in a 54:54 draw. | 54 54 -
It passed with a 61-55 majority. | 61 55 -
The result was Ayes, 67; Noes, 53. | 67 53 -
It won the support of 226 of the 450 deputies. | 226 - -
It was approved in second reading by 83 of the 120 members. | 83 - -
Some 58 MPs voted in favour of it, four voted against and 25 abstained. | 58 4 25
All 45 senators present voted for it. | 45 - -
It was backed by 65 members and opposed by 70. | 65 70 -
There were 15 votes in favour and there were no abstentions or votes against it. | 15 0 0
It passed with no negative vote. | - 0 -
Of the 540 deputies who took part, 300 were in favour and 240 against. | 300 240 -
With 133 votes "in favour", 19 "against" and 44 abstentions. | 133 19 44
There were 58 votes in favour, and not one against or abstaining. | 58 0 0
It passed with nobody voting against it and nobody abstaining. | - 0 0
It failed to get the majority, 267 votes, needed to pass; 235 members voted for it, 193 against. | 235 193 -
It was scrapped with 196 voting for and 103 against; at least 200 votes were needed. | 196 103 -
It got 40 in favour and 14 against, short of the 75 percent, or 42 votes, required. | 40 14 -
It passed at Stage 4 — 39 in favour, 14 against, 0 abstaining. | 39 14 0
It was admitted after a division: 269 Ayes, 198 Noes. | 269 198 -
It passed with just one dissenting vote. | - 1 -
Only 41 senators could bring themselves to vote for the bill; 52 could not. | 41 52 -
Sixty-one members were against, 58 for and one would not commit himself. | 58 61 1
Nine judges were of this opinion; three dissented. | 9 3 -
It was rejected with 75 votes while 12 members voted for it. | 12 75 -
All 34 senators present then voted in favour. | 34 - -
It passed unanimously with 110 votes. | 110 - -
It passed with 110 of 140 votes. | 110 - -
It needed 52 votes and gathered 47, against 33. | 47 33 -
The House got 12 to 5 on one amendment and the Senate, by 30 to 9, took another. | 30 9 -
One amendment fell by 12 votes to five, another by 30 votes to nine. | 12 5 - 30 9 -
Just one senator voted no. | - 1 -
Two members abstained. | - - 2
They voted 66-31 against the bill. | 31 66 -
A total of 201 deputies voted in favour, 88 against. | 201 88 -
It got 201 yes votes, 88 no votes and 7 abstentions. | 201 88 7
With 201 members favouring the bill and 88 opposing. | 201 88 -
It cleared the two-thirds threshold with 88 votes. | 88 - -
The 201-88 vote sent it on. | 201 88 -
It sailed through by a margin of 201 to 8. | 201 8 -
It got 67 of the 100 votes cast. | 67 - -
It was approved by 67 ayes to 13. | 67 13 -
It passed with the support of 67 deputies. | 67 - -
Another 29 abstained. | - - 29
It was passed by a vote of 211. | 211 - -
The government has a majority of 57. |
Shops have six months to close, twelve for those on islands and 24 for markets. |
It was one vote short. |
The coalition won by four votes. |
It passed by nine votes. |
The bill needs 60 votes. |
Two thirds of the 120 members must agree. |
The 2004-05 session had 35 bills. |
Between 10 and 15 senators are undecided; 10 to 15 members may leave. |
A 450-seat house met on June 5. |
31 Democrats voted for the bill. |
Children aged 12 to 16 need 5-10 hours. |
The party supplied 140 of the votes. |
Fewer than 30 voted for it. |
In 1998 it got 55% of the votes. |
No party is happy. |
In seven votes on Monday peers overruled the minister. |
Support came mostly from Labour, with 88 votes. |
In the end 88 of them voted yes. |
The bill has the support of 67 deputies. |
"""


@pytest.mark.parametrize("case", CASES.strip().splitlines())
def test_tally(case: str) -> None:
    sentence, _, figures = case.partition("|")
    found = [
        str(tally.figures.get(side, "-"))
        for tally in find_tallies(sentence)
        for side in ("for", "against", "abstain")
    ]
    assert found == figures.split()


@given(st.text(alphabet="12 ,-.;to votesfragin", max_size=80))
def test_any_text_is_read(text: str) -> None:
    for tally in find_tallies(text):
        assert 0 <= tally.start < tally.end <= len(text)
        assert tally.figures
        assert all(value >= 0 for value in tally.figures.values())
