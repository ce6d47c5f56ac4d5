"""Tallies: the figures of one vote, from the counts of a sentence.

A tally begins with a pair ("281 to 142", "281-142-5"), a count of one side ("281 in favour") or a bare count
of votes ("with 281 votes"), and takes in what follows of the sides that it lacks ("and five abstentions").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import lru_cache

from graph.extraction.counts import counts_in, is_whole, of_members
from graph.extraction.vote_lines import (
    SIDES,
    Count,
    Side,
    Word,
    begins_number,
    low,
    reads,
    tells_number,
    vote_words,
    words_in,
)
from graph.extraction.vote_sides import label_before, side_after
from graph.model import Sentence

_LEAST = 3
"""Votes in all; fewer are no vote of a legislature but a count of other things."""
_FEW = 20
"""Votes. "Passed by four votes" says how far apart the sides were; with so many it may say how many."""
_NEAR = 16
"""Words between two figures of one tally, at most."""
_NUMBERED = re.compile(r"\b(?:[Nn]os?\.|№) ?\d[\d/-]*")
"""The number of a bill, which counts nothing: "bill No. 12"."""
_TO_VOTE = re.compile(r"(?<!themselves)(?<!himself)(?<!herself) to vote ")
"""Who was to vote, and has not by that: "allowed six MPs to vote for it", not "brought themselves to"."""
_ENOUGH = re.compile(
    r"\b(?:above|over|beyond|past|exceed\w*|surpass\w*|(?:\w+ )?more than) (?:the|its)(?: \S+){0,4}? "
    r"(?:needed|required|necessary|threshold)\b"
)
_DASHED_AFTER = frozenset(",.;:)(")


@dataclass(frozen=True, slots=True)
class Tally:
    """The figures of a vote, and where they stand in the sentence.

    Attributes:
        start, end: offsets in the sentence.
        figures: by side; in a pair of which no words tell the sides, the first is written as "for".
        is_pair: whether no words tell the sides of a pair.
        is_bare: whether it is a plain count of votes.
        lacks: whether the sentence speaks of a hurdle, so that the larger side need not have won.
        has_words: whether words of voting stand around it, rather than figures alone.
        suffices: whether the sentence says that it was more than it took.
    """

    start: int
    end: int
    figures: dict[Side, int] = field(default_factory=dict)
    is_pair: bool = False
    is_bare: bool = False
    lacks: bool = False
    has_words: bool = True
    suffices: bool = False

    @property
    def is_rest(self) -> bool:
        """Whether it gives only what adds to a tally told before: "five abstained"."""
        return "for" not in self.figures

    @property
    def has_both(self) -> bool:
        """Whether it tells how many were for and how many against."""
        return {"for", "against"} <= self.figures.keys()

    def span_in(self, sentence: Sentence) -> tuple[int, int]:
        """Return where it stands in the part of the article that its sentence is of."""
        return sentence.start + self.start, sentence.start + self.end

    @property
    def total(self) -> int:
        """All votes for and against."""
        return self.figures.get("for", 0) + self.figures.get("against", 0)


@lru_cache(maxsize=256)
def find_tallies(text: str) -> tuple[Tally, ...]:
    """Return the tallies of a sentence, in order; those of the sentences asked for last are kept."""
    if not tells_number(text):
        return ()
    line = words_in(_NUMBERED.sub(lambda m: "x" * len(m.group()), text))
    lacks = any(word.text in ("needed", "needs", "short", "required", "two-thirds") for word in line)
    lacks = lacks or any(low(line, i) == "two" and low(line, i + 2) == "thirds" for i in range(len(line)))
    voting = any(word.text in vote_words()["votes"] or word.text.startswith("abst") for word in line)
    found = list[Tally]()
    last_end = -_NEAR
    for part in _parts(line):
        first, end, figures, sort = part
        start, stop = line[first].start, line[end - 1].end
        before = found[-1] if found else None
        near = before is not None and sort == "side" and first - last_end <= _NEAR
        if before and near and _was_refused(line, before, figures):
            before = replace(before, figures={"against": before.figures["for"]})
        if before and near and not before.figures.keys() & figures.keys():
            joined = {**before.figures, **figures}
            found[-1] = Tally(before.start, stop, joined, before.is_pair, False, lacks)
        else:
            found.append(
                Tally(start, stop, figures, sort == "pair", sort == "bare", lacks, voting or sort != "pair")
            )
        last_end = end
    told = [tally for tally in found if tally.is_rest or _counts(line, tally)]
    told = [t for t in told if not _TO_VOTE.search(text[t.start : t.end])]
    if _ENOUGH.search(text):
        told = [replace(t, lacks=False, suffices=True) for t in told]
    return tuple(tally for tally in told if not _is_difference(tally, told))


def _was_refused(line: list[Word], bare: Tally, figures: dict[Side, int]) -> bool:
    """Whether a plain count of votes is of those who refused something, where another tells who was for it:
    "was rejected with 75 votes while 12 members voted for it".
    """
    both = bare.is_bare and bare.figures.keys() == figures.keys() == {"for"}
    return both and any(word.text in vote_words()["refused"] for word in line if word.start < bare.start)


def _is_difference(tally: Tally, told: list[Tally]) -> bool:
    """Whether a bare count is how far apart the sides of another tally were: "by 37 votes, 210 to 173"."""
    pairs = (t.figures for t in told if t.has_both)
    apart = (abs(figures["for"] - figures["against"]) for figures in pairs)
    return tally.is_bare and tally.figures.keys() == {"for"} and tally.figures["for"] in apart


def _counts(line: list[Word], tally: Tally) -> bool:
    """Whether a tally has votes enough; "by four votes" alone tells how far apart the sides were."""
    if tally.figures.get("for") == 0 and len(tally.figures) == 1:
        return True
    if tally.total < _LEAST:
        return False
    if not tally.is_bare:
        return True
    at = next(i for i, word in enumerate(line) if word.start == tally.start)
    before = {low(line, at - step) for step in (1, 2, 3, 4)}
    if before & {"fewer", "more"} or any(
        low(line, i) in ("fewer", "more") and low(line, i + 1) == "than" for i in range(at)
    ):
        return False
    if low(line, at - 1) == "by":
        apart = bool(before & vote_words()["by_margin"])
        return tally.total >= _FEW and not apart
    return True


_Part = tuple[int, int, "dict[Side, int]", str]


def _parts(line: list[Word]) -> Iterator[_Part]:
    """Yield (first word, end, figures, sort) of each pair, count of a side and bare count."""
    counts = [
        count
        for count in counts_in(line)
        if not is_whole(line, count) and not _is_shared(line, count) and not _is_compared(line, count)
    ]
    at = 0
    while at < len(counts):
        one = counts[at]
        two = counts[at + 1] if at + 1 < len(counts) else None
        limit = two.first if two else len(line)
        if two is not None and (paired := _pair(line, one, two, counts[at + 2 :])):
            yield paired
            at += 2 if len(paired[2]) < 3 else 3
            continue
        if two is not None and (_voted_to(line, one, two) or _goes_on_behind_an_aside(line, one, two)):
            yield one.first, two.end, {"for": one.value, "against": two.value}, "side"
            at += 2
            continue
        side = label_before(line, one)
        if side is not None:
            yield one.first - 1, one.end, {side: one.value}, "side"
        elif found := side_after(line, one, limit):
            yield one.first, found[1], {found[0]: one.value}, "side"
            if found[0] != "for" and one.value == 0 and low(line, found[1]) == "or":
                at_other = found[1] + 1 + (low(line, found[1] + 1) in vote_words()["votes"])
                for side in SIDES[1:]:  # "not one against or abstaining", "no abstentions or votes against"
                    if side != found[0] and (other := reads(line, at_other, side)):
                        yield one.first, other, {side: 0}, "side"
        elif two is not None and label_before(line, two) == "against" and two.first - one.end < _NEAR // 2:
            yield one.first, one.end, {"for": one.value}, "bare"
        elif _is_bare(line, one):
            yield (
                one.first,
                one.end + (low(line, one.end) in vote_words()["votes"]),
                {"for": one.value},
                "bare",
            )
        at += 1


def _is_shared(line: list[Word], count: Count) -> bool:
    """Whether a number counts a unit told before: "six months until the bans apply, twelve for models"."""
    told = {word.text for word in line}
    if low(line, count.end) != "for" or told & {"vote", "voted", "votes", "against"}:
        return False
    units = vote_words()["units"]
    return any(low(line, at) in units and begins_number(low(line, at - 1)) for at in range(1, count.first))


def _is_compared(line: list[Word], count: Count) -> bool:
    """Whether a number says how much more or less another is: "41 votes, not one more than needed"."""
    more = low(line, count.end) in ("more", "fewer", "less")
    return more and (count.value == 0 or low(line, count.end + 1) == "than")


def _voted_to(line: list[Word], one: Count, two: Count) -> bool:
    """Whether two counts voted to do one thing and the other: "52 members voted to reject it and 48 to keep
    it".
    """
    step = one.end + (low(line, one.end) in vote_words()["voters"])
    apart = two.first - one.end < _NEAR and low(line, two.first - 1) in (",", "and", "while", "but")
    return apart and low(line, step) == "voted" and low(line, step + 1) == "to" and low(line, two.end) == "to"


def _goes_on_behind_an_aside(line: list[Word], one: Count, two: Count) -> bool:
    """Whether a pair is parted by words between commas: "with 157 votes, many from the left, to 64"."""
    leads = low(line, one.first - 1) in ("with", "by") and low(line, one.end) in vote_words()["votes"]
    apart = two.first - one.end < _NEAR and low(line, one.end + 1) == ","
    return leads and apart and low(line, two.first - 1) == "to" and low(line, two.first - 2) == ","


def _is_bare(line: list[Word], count: Count) -> bool:
    """Whether a number is a plain count of votes: "with 281 votes", "gathered 45"."""
    words, before, after = vote_words(), low(line, count.first - 1), low(line, count.end)
    if {low(line, count.first - step) for step in (1, 2)} & words["part_of"] or count.value < _LEAST:
        return False
    if _came_from(line, count) or _is_of_a_camp(line, count.end):
        return False
    if after in words["votes"] - {"vote"}:
        if before == "in":
            return False  # "in seven votes on Wednesday"
        return low(line, count.end + 1) != "of" and not _of_votes(line, count.end)
    out = count.end + (after == "out")
    of = out + 1 + (low(line, out + 1) == "the")
    if low(line, out) == "of" and low(line, of)[:1].isdigit() and low(line, of + 1) in words["votes"]:
        return True  # "with 110 of 140 votes", "by 79 out of 130 votes"
    if before == "of" and low(line, count.first - 2) == "vote" and low(line, count.first - 3) == "a":
        return after in ("", ".", ",", ";")  # "by a vote of 211"
    if before == "of" and low(line, count.first - 2) in words["backing"] | {"votes"}:
        enough = count.value >= _FEW  # "with the support of 253 deputies", "of 226 of the 450 deputies"
        return enough and (after in words["voters"] or of_members(line, count.end))
    if before == "by" and low(line, count.first - 2) in words["backed_by"]:
        return (after in words["voters"] and count.value >= _FEW) or of_members(line, count.end)
    if before == "with" and low(line, count.first - 2) in words["decided_with"] and count.value >= _FEW:
        return after in (".", ",", ";")  # "scraped home with 302"
    if before in ("with", "by") and count.value >= _FEW and _goes_on_counting(line, count, before):
        return True
    got = low(line, count.first - 2) if before in ("only", "just") else before
    gains = got in words["gains"] - {"with", "by", "were", "was", "gave", "had", "only", "just", "bill"}
    ends = after in ("", ".", ",", ";", "and") or after == "in"
    return gains and ends and any(word.text in ("votes", "vote") for word in line)


def _goes_on_counting(line: list[Word], count: Count, before: str) -> bool:
    """Whether a number is one more of what was counted before: "with 276 votes and the other with 231"."""
    told = any(
        low(line, i) == before
        and begins_number(low(line, i + 1))
        and low(line, i + 2) in vote_words()["votes"]
        for i in range(count.first - 1)
    )
    return told and low(line, count.end) in (".", ",", ";", "and", "")


def _is_of_a_camp(line: list[Word], at: int) -> bool:
    """Whether members are those of a party or group: "114 members of the Union faction"."""
    behind = [low(line, at + step) for step in range(2, 8)]
    near = behind[: behind.index(",")] if "," in behind else behind
    return low(line, at + 1) == "of" and bool(set(near) & vote_words()["camps"])


def _came_from(line: list[Word], count: Count) -> bool:
    """Whether votes are those that came from one party: "support came mostly from Labour, with 178 votes"."""
    before = [word.text for word in line[: count.first]]
    return "came" in before and "from" in before[before.index("came") :]


def _of_votes(line: list[Word], at: int) -> bool:
    return low(line, at) == "of" and low(line, at + 1) in ("the", "its", "their")


def _pair(line: list[Word], one: Count, two: Count, rest: list[Count]) -> _Part | None:
    """Read "281 to 142", "281-142-5", "281 votes to 142", "454 members to two"."""
    words, step = vote_words(), one.end
    voted, labelled = low(line, step) in words["voters"], bool(reads(line, step, "label_for"))
    step += voted or labelled  # "293 ayes to 13"
    dashed = step < len(line) and (line[step].is_dash or line[step].text == ":")
    if dashed and low(line, step + 1) == "to" and low(line, step + 2) == low(line, step):
        step += 2  # "134-to-1"
    if not dashed and low(line, step) not in ("to", "v", "vs", "versus"):
        return None
    if step + 1 != two.first and not (low(line, step + 1) in ("just", "only") and step + 2 == two.first):
        return None
    end, figures = two.end, dict[Side, int](zip(("for", "against"), (one.value, two.value), strict=False))
    third = rest[0] if rest else None
    if third is not None and end < len(line) and line[end].is_dash and third.first == end + 1 and dashed:
        figures["abstain"] = third.value
        end = third.end
    before = low(line, one.first - 1)
    after = low(line, end)
    if not (voted and low(line, step - 1) in words["votes"]) and not _is_result(line, one, two, end, dashed):
        return None
    if after in words["units"] - {"majority"} or (one.value + two.value < _LEAST):
        return None
    told = reads(line, end, "against") or reads(line, end + (after in words["votes"]), "against")
    if told and labelled:
        return one.first, told, figures, "side"
    larger = one.value > two.value  # "voting 46-53 against ending debate" tells who was for it first
    if told and larger and before not in ("by",) and after != "no":
        figures["for"], figures["against"] = two.value, one.value
        return one.first, told, figures, "side"
    return one.first, end, figures, "pair"


def _is_result(line: list[Word], one: Count, two: Count, end: int, dashed: bool) -> bool:
    """Whether two joined figures stand where a result does, and not a range or the score of a match."""
    words, before, after = vote_words(), low(line, one.first - 1), low(line, end)
    if before in ("from", "between", "aged", "in", "to") and not dashed:
        return False
    if after == "vote" and one.value + two.value >= _FEW:
        return True  # "a lopsided 90 to 4 vote"
    if after in words["votes"] and one.value > two.value and one.value + two.value >= _LEAST:
        return True  # "by identical 17 to 3 votes"
    named = before in ("a", "an") and low(line, end + 1) in words["votes"]  # "a 45 to 50 procedural vote"
    stops = named or after in ("", *_DASHED_AFTER) or reads(line, end, "against") or reads(line, end, "for")
    follows = stops or after in words["linking"] | words["votes"] | words["days"] | {
        "on", "in", "after", "last", "early", "late", "along", "party", "vote", "while", "margin", "at",
        "tally", "tie", "draw", "stalemate", "but", "by", "before", "this", "from", "so", "as", "against",
        "despite", "without", "over", "majority",
    }  # fmt: skip
    falls = one.value > two.value  # no range of numbers
    if dashed:
        return bool(follows) or (falls and after not in words["units"])
    begins = before in words["before_pair"] or before in (",", "(", "-", "–", "—", ":") or one.first == 0
    begins = begins or (
        falls and before == "and" and after == "in"
    )  # "93 to 35 in one and 31 to 14 in the other"
    voter = low(line, one.end) in words["voters"]
    follows = follows or (falls and before in ("by", "voted"))
    leads = falls and before == "by" and one.first == 1  # "By 310 to 240 members refused to exempt farms"
    return bool((begins or voter) and follows and (leads or after not in words["voters"] - words["votes"]))
