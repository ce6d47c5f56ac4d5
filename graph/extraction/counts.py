"""The numbers of a sentence that count votes or voters.

Each number, in figures or in words, is looked at with what stands before and behind it; one that counts
something else (a hurdle, a majority, seats, days, one party's members) is left out.
"""

from __future__ import annotations

from graph.extraction.hurdles import is_what_it_takes
from graph.extraction.vote_lines import (
    DASHES,
    Count,
    Word,
    low,
    number_at,
    reads,
    starts_number,
    vote_words,
)
from graph.extraction.vote_sides import side_after


def counts_in(line: list[Word]) -> list[Count]:
    """Return the numbers of a sentence that may count votes, in order."""
    found, at = list[Count](), 0
    while at < len(line):
        count = number_at(line, at) or _nobody(line, at) or _as_many(line, at, found)
        if count is None:
            at += 1
            continue
        if not _is_other(line, count):
            found.append(count)
        at = count.end
    return found


def _nobody(line: list[Word], at: int) -> Count | None:
    end = reads(line, at, "zero")
    if low(line, at) in ("no", "without") and low(line, end) not in vote_words()["zero_counted"]:
        return None
    if not end or (at and starts_number(line, at - 1)):
        return None  # "18 no votes"
    return Count(0, at, end, True)


def _as_many(line: list[Word], at: int, before: list[Count]) -> Count | None:
    """Return the number that only points to the one before it: "and as many against"."""
    end = reads(line, at, "as_many") if before else 0
    return Count(before[-1].value, at, end, True) if end and low(line, end) != "as" else None


def _is_other(line: list[Word], count: Count) -> bool:
    """Whether a number counts something other than the votes of one side."""
    words, before, after = vote_words(), low(line, count.first - 1), low(line, count.end)
    month = low(line, count.first - 2) if before == "." else before  # "votes for Dec. 1-7"
    if count.value < 0 or month in words["months"] or before in ("$", "£", "€"):
        return True
    named = before in words["numbered"] and line[count.first - 1].capital
    apart = after in DASHES and not _glued(line, count.end)  # "at Stage 4 – 39 in favour"
    if named and (apart or after not in DASHES | {"to", "voted"}):
        return True  # "House Bill 40 was approved by a panel"
    if after == "other" and low(line, count.end + 1) not in words["voters"]:
        return True  # "and six other laws"
    if before == "no" and {"yes", "ayes", "yeas"} & {word.text for word in line[: count.first]}:
        return False  # "yes 112, no 45"
    if after == "majority" and before in DASHES and starts_number(line, count.first - 2):
        return False  # "with a 61-55 majority"
    if after in words["units"] or (after in DASHES and low(line, count.end + 1) in words["units"]):
        return True
    behind = count.end + (3 if low(line, count.end + 1) == "to" else 1)  # "a 52-to-48 vote"
    if after in DASHES and _glued(line, count.end) and not starts_number(line, behind):
        return True  # a 450-seat house, a 57-vote majority
    if after == "of" and low(line, count.end + 1) == "them" and all(word.text != "against" for word in line):
        return True  # "140 of them voted yes" are some of a party
    if _begins_pair(line, count):
        return False  # "the 219-210 vote", "by a margin of 409 to 2"
    the = low(line, count.end + 1) == "the"
    if before == "some" and after == "of" and starts_number(line, count.end + 1 + the):
        return False  # "some 43 of the 60 members backed it"
    if after in words["votes"] and _are_needed(line, count.end + 1):
        return True
    if before == "least" and after in words["voters"] and low(line, count.end + 1) in words["acted"]:
        return False  # "at least 84 deputies voted for it"
    if (low(line, count.first - 2), before) in (("majority", "is"), ("all", "but")):
        return True  # "a two-thirds majority is 134 votes", "all but three voted for it"
    if before in ("some", "all", "the") and after in words["or_side"] and _took_sides(line, count):
        return False  # "some 58 MPs voted for it, four against", "while the nine others voted no"
    if before == "including":
        return True  # "nine members, including two of the majority, opposed it"
    if before == "and" and low(line, count.first - 3) == "between":
        return True  # "by margins of between 28 and 41 votes"
    if before == "or" and words["needing"] & {word.text for word in line[: count.first]}:
        return True  # "needed two-thirds of the house, or 434 votes"
    if before == "or" and {low(line, count.first - step) for step in (2, 3)} & words["parts"]:
        return True  # "it takes two-thirds, or 67 votes"
    if before in words["gains"] | {"get", "reach", "hit", "win"} and low(line, count.first - 2) == "to":
        return low(line, count.first - 3).startswith("fail")  # "failed to get 60 votes"
    if before == "by" and {word.text for word in line[: count.first]} & words["exceeds"]:
        return True  # "exceeded the two-thirds by 26 votes"
    if before in words["hurdle"] or after in words["hurdle_after"]:
        return not (before == "another" and bool(reads(line, count.end, "abstain")))
    if before == "of" and low(line, count.first - 2) in ("majority", "margin", "lead", "quorum"):
        return side_after(line, count, count.end + 5) is None  # "a majority of 58 members voted in favour"
    if is_what_it_takes([word.text for word in line[: count.first]]):
        return True
    near = {low(line, count.first - step) for step in (1, 2, 3)}
    return bool(near & words["needing"]) and before not in ("with", "against")


def _are_needed(line: list[Word], at: int) -> bool:
    """Whether the words behind votes make them what it takes: "267 votes, needed to overturn it", "200 votes
    were needed", not "got 40 votes, short of what it took".
    """
    words = vote_words()
    if low(line, at) in words["hurdle_after"]:
        return True
    return low(line, at) in (",", "is", "are", "was", "were") and low(line, at + 1) in words["needing"]


def _took_sides(line: list[Word], count: Count) -> bool:
    """Whether the voters of a number took a side: all, some where others took another, or the rest."""
    behind = count.end + 1 + (low(line, count.end + 1) == "present")
    behind += low(line, behind) in ("then", "also")
    if low(line, count.first - 1) == "the":
        apart = low(line, count.first - 2) in ("while", "but", "with")
        return apart and side_after(line, count, len(line)) is not None
    others = any(reads(line, at, side) for at in range(behind, len(line)) for side in ("abstain", "against"))
    return low(line, behind) in vote_words()["acted"] and (others or low(line, count.first - 1) == "all")


def _begins_pair(line: list[Word], count: Count) -> bool:
    """Whether a number opens a pair that is always a result: "the 219-210 vote", "margin of 409 to 2"."""
    before, after = low(line, count.first - 1), low(line, count.end)
    if before == "the" and after in DASHES:
        two = count.end + (3 if low(line, count.end + 1) == "to" else 1)  # "the 81-to-13 vote"
        return starts_number(line, two) and low(line, two + 1) in vote_words()["votes"]
    margin = before == "of" and low(line, count.first - 2) in ("margin", "majority")
    behind = count.end + (after in vote_words()["votes"])
    return margin and low(line, behind) in DASHES | {"to"} and starts_number(line, behind + 1)


def _glued(line: list[Word], at: int) -> bool:
    return at + 1 < len(line) and line[at].end == line[at + 1].start and line[at - 1].end == line[at].start


def is_whole(line: list[Word], count: Count) -> bool:
    """Whether a number is the whole that another is a part of: "of 412 deputies present"."""
    words, first = vote_words(), count.first
    first -= low(line, first - 1).endswith("'s")  # "of the chamber's 120 members"
    first -= low(line, first - 1) in ("the", "its", "their")
    before, two = low(line, first - 1), low(line, first - 2)
    if before == "total":
        return True  # "of the total 299 votes cast"
    if two == "total" and low(line, count.first - 4) in ("with", "by"):
        return False  # "sailed through with a total of 29 votes"
    if two == "total":
        return side_after(line, count, len(line)) is None  # "a total of 351 deputies voted in favour"
    members = low(line, count.end) in words["voters"] or of_members(line, count.end)
    if before == "of" and two in words["backing"] | {"votes"} and members:
        return not {low(line, count.first - 3), low(line, count.first - 4)} & (words["gains"] | {"with"})
    return before == "of" and two not in words["count_of"]


def of_members(line: list[Word], at: int) -> bool:
    """Whether all who could vote are told behind a count: "by 87 of the chamber's 120 members"."""
    at += low(line, at) == "out"
    rest = [word.text for word in line[at + 1 : at + 6]]
    whole = next((i for i, word in enumerate(rest) if word.isdigit()), len(rest))
    return low(line, at) == "of" and bool(set(rest[whole + 1 : whole + 2]) & vote_words()["voters"])
