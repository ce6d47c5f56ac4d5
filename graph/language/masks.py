"""Stretches that are one word to the parser, or none: bill numbers, titles of laws, continuing resolutions,
tallies, sums, party tags, "clause-by-clause".

A treebank has no "H.R. 3093", "281-142" or "(D-Nev.)"; left alone they pull subjects and objects out of
place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from graph.language.datelines import CLOCK, DATELINE, FIRST_PLACE
from graph.language.places import ITS_STATE, OPENS
from graph.language.titles import (
    AMENDING,
    BODIES,
    BRACKETED,
    CALLED,
    CALLS,
    CAPITAL,
    LAW_ON,
    LINKED,
    MONTHS,
    OPENING,
    QUOTED,
    TITLE,
    TITLE_HEADS,
)


@dataclass(frozen=True, slots=True)
class Mask:
    """A span that the parser sees as the one word `word`, or not at all where `word` is empty."""

    start: int
    end: int
    word: str
    kind: str


_DASH = r"[-–—]"
_PREFIX = (  # H.R. 3093, S. 1932, HB 5, SB 12, H.J.Res. 1, SJR 4, LB 574, S.F. 12
    r"H\.?\s?R\.?|[HS]\.?\s?(?:J\.?|Con\.?)\s?Res\.?|[HSA](?:J|C)RE?S?|H\.?\s?B\.?|S\.?\s?B\.?|A\.?\s?B\.?"
    r"|S\.|LD|L\.\s?[DB]\.|LB|[HS]F|[HS]\.\s?F\.|PLP?|PEC|Prop\.?|Proposition"
    r"|(?:House|Senate|Assembly|Legislative|Government) Bill|(?:House|Senate) File"
    r"|(?:House|Senate|Assembly) (?:Joint |Concurrent )?Resolution"
)
_NOUN = (
    r"[Bb]ill|[Dd]raft [Ll]aw|[Ll]aw|[Pp]roposal|[Rr]esolution|[Aa]ct|[Dd]ecree|[Dd]irective|[Rr]egulation"
    r"|[Dd]raft|[Dd]ocument"
)
_SUBSTITUTE = r"(?:(?:First|Second|Third|Fourth|Fifth|Sixth|Engrossed|Substitute) ){0,4}"
NUMBER = re.compile(
    rf"\b(?:{_SUBSTITUTE}(?:{_PREFIX}))\s?(?:(?:[Nn]o\.?|[Nn]umber)\s?)?"
    r"(?:\d\d-\d{3,4}|\d{1,5}(?:\.\d\d\b|/\d{2,4})?)\b"  # SB21-078
    r"(?:/(?:H\.\s?R|S)\.\s?\d{1,5}\b)?"  # H.R. 1581/S. 1087
    rf"|(?<![\w-])[AS]\d{{4}}\b(?!-)"
    # bill No. 10449, the law on mobilisation, No. 10449
    # Law No. 4 of 2013, Law 70 of 2017
    rf"|\b(?:{_NOUN}),?\s(?:[Nn]o\.?|[Nn]umber|№)\s?\d{{1,4}}(?:\s(?:of|for)\s|/)(?:19|20)\d\d\b"
    r"|\b(?:Law|Act|Decree(?:-Law)?|Bill)\s\d{1,4}(?:\s(?:of|for)\s|/)(?:19|20)\d\d\b"
    r"|\b(?:Law|Act|Decree)\s\d{1,3}\.\d{3}\b"
    rf"|\b(?:(?:{_NOUN}),?\s(?:\([A-Z]{{2,3}}\)\s)?)?(?<!Gazette )(?<!Article )(?<!Section )"
    r"(?<!Question )(?<!Order )"
    r"(?:(?<=[Bb]ill )|(?<=[Ll]aw )|(?<=[Aa]ct )|(?!No 10\b))"  # Downing Street
    r"(?:[Nn]o\.?|[Nn]umber|№|#)\s?[A-Z]{0,2}-?\d{2,}(?:\.\d{3})*(?:[/-]\d+)*(?:-[a-zA-Zдп])?\b(?!,\d)"
    r"|\b[Bb]ill\s(?:[Nn]o\.?|[Nn]umber)\s?\d\b(?![-/.,]\d)"
    r"|\b(?:House|Senate|Assembly) (?:Bill|File) (?:\([A-Z]{2,3}\) )?(?:[Nn]o\.?|[Nn]umber) ?\d{1,5}"
    r"(?: of (?:19|20)\d\d)?\b"
    rf"|\b(?:[Bb]ill|[Dd]raft [Ll]aw|[Hh]ouse [Bb]ill|[Ss]enate [Bb]ill|Republic Act|RA)\s[A-Z]?{_DASH}?"
    r"(?!(?:19|20)\d\d\b(?!-[a-zA-Zдп]|/\d))\d{1,5}(?:\.\d{2}\b|-[a-zA-Zдп]\b|/\d{2,4})?\b"
    rf"(?!{_DASH}(?:to{_DASH})?\d|\s(?:votes\s)?to\s\d|\svotes)"  # "passed the bill 62-38"
    r"|\bRepublic Act [Nn]o\.? ?\d{3,5}\b"
    r"|\b(?:PLP?|PLN|PLS|PEC)\s\d{1,2}(?:[.,]\d{3})?/\d{2,4}\b"  # PL 2,903/2023
    r"|\b(?:Regulation|Directive) \((?:EU|EC)\) \d{4}/\d+"
    rf"|\bC{_DASH}\d{{1,3}}\b"
)
_FIGURE = r"\d{1,3}(?:,\d{3})?"
_BESIDE = (  # what stands behind a tally and before what was voted on
    r"(?:,?\s(?:(?:and|with)\s(?:\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten)\sabstentions?\b"
    r"|a\s(?:\w+\s)?majority\sof\s\d{1,3}\b)(?:,(?=\sto\s))?)?"
)
_TALLY = re.compile(rf"\b{_FIGURE}(?:{_DASH}(?:to{_DASH})?|\sto\s){_FIGURE}(?:{_DASH}\d{{1,3}})?\b")
_VOTED_BY = re.compile(
    rf"(?<=\b[Vv]oted\s)(?:by\s)?{_FIGURE}(?:\svotes)?(?:{_DASH}|\sto\s){_FIGURE}(?:\svotes)?\b{_BESIDE}"
)
"""How members voted, which is no object of it: "voted | by 91 votes to 29 | to approve"."""
_DECIDED = (
    "adopted|agreed|approved|backed|declined|defeated|dropped|endorsed|passed|refused|rejected|supported"
)
_BEHIND = "|".join(f"(?<={verb})" for verb in _DECIDED.split("|"))
_DECIDED_BY = re.compile(
    rf"(?:{_BEHIND})(?:\sby|,)\s"
    rf"{_FIGURE}(?:\svotes)?(?:{_DASH}|\sto\s){_FIGURE}(?:\svotes)?\b{_BESIDE},?"
    r"(?=\s(?:an?|the|this|these|its|his|her|their|all|any|to(?!\s\d))\s)"
)
"""The same between a decision and what was decided: "rejected | by 91 votes to 29 | a clause"."""
_TOTAL = re.compile(r"\b[Aa](?: combined)? total of (?=\d)")
"""Words before a number of voters that tell nothing of them: "a total of | 164 members voted for it"."""
_VOTED = re.compile(r"\b[Vv]ot(?:ed?|es|ing)\s$")  # no object behind it: "voted 81-13 to override"
_SUM = re.compile(
    r"(?:(?:US|A|C|NZ|HK)?[$£€¥₹]|\b(?:Rs\.?|EUR|USD)\s?)\d[\d.,]*\d?(?:\s?(?:thousand|million|billion|trillion|m|bn|tn|crore|lakh))?\b(?:\sdollars\b)?"
)
_PARTY = re.compile(rf",\s(?:D|R|I|L|Ind)(?:\.|\s?{_DASH})\s?(?:[A-Z][\w.]*\s?){{1,2}}(?:,|(?=\s))")
_BY_WHOM = re.compile(r",\s(?:also\s|\w+ed\s)?(?:by|from)\s[^,]*\Z")
"""An aside in which a party stands, ended by the comma behind that: "HB 5, by Rep. Holm, D-York | , died"."""
_ASIDE = re.compile(r"\s?\([^()\n]{1,60}\)|\s?\[[^\[\]\n]{1,60}\]")
_FIELD = rf"{CAPITAL}(?:\s{CAPITAL}){{0,3}}"
_BY_BODY = re.compile(rf"by the (?:{CAPITAL} ){{0,2}}{BODIES} of the (?=[A-Z])")
_COMMITTEE = re.compile(  # the Foreign Affairs, Defence and Trade Committee
    rf"(?:(?<=[Tt]he\s)|(?<=[’']s\s))(?!{BODIES}\b){_FIELD}(?:,\s{_FIELD}){{0,4}}"
    rf",?\s(?:and|&)\s(?!{BODIES}\b){_FIELD}"
    r"\s(?P<head>Committees?|Commissions?|Subcommittees?)\b"
)
_COMMITTEE_ON = re.compile(  # the Senate Committee on Rules and Legislative Procedure
    rf"\b(?P<head>Committee|Commission|Subcommittee)\son\s(?:the\s)?{_FIELD}(?:,\s{_FIELD}){{0,4}}"
    rf",?\s(?:and|&)\s(?!{BODIES}\b|(?:Sen|Rep|Gov|Mr|Ms|Mrs|Dr)\b){_FIELD}(?![\w’'-])"
)
_FUNDING = re.compile(  # the Military Construction and Veterans Affairs appropriations bill
    rf"\b(?!{BODIES}\b){_FIELD}(?:,\s{_FIELD}){{0,4}},?\s(?:and|&)\s(?!{BODIES}\b){_FIELD}"
    r"\s(?:appropriations?|authori[sz]ation|spending|funding)\s(?P<head>bill|act|measure)\b(?![’'\w-])"
)
_HOUSE_COMMITTEE = re.compile(
    r"\bHouse of Representatives"
    r"(?: (?:special|standing|select|joint|budget|finance|steering|ethics|judiciary|[A-Z]\w+)){1,4} "
    r"(?P<head>[Cc]ommittee|[Pp]anel|[Cc]ommission|[Ss]ubcommittee)\b"
)
_CONTINUING = re.compile(r"\b[Cc]ontinuing [Rr]esolutions?\b|(?<![\w.-])CRs?\b(?![.-])")
_CALENDAR_DAY = re.compile(  # mid-February, the May 3, 2011, attacks
    rf"\b[Mm]id-(?P<month>{MONTHS}|(?:Jan|Feb|Sept|Oct|Nov|Dec)\.?)(?![\w-])"
    rf"|(?<=\bthe )(?:{MONTHS}|(?:Jan|Feb|Aug|Sept|Oct|Nov|Dec)\.) \d{{1,2}}, (?P<year>(?:19|20)\d\d),?"
    r"(?= [a-z]{4,})"
)
_DETAIL = re.compile(r"\b(?P<part>[Cc]lause|[Aa]rticle|[Ss]ection|[Ll]ine)(?:-by-|\sby\s)(?i:(?P=part))\b")
_SIZE = re.compile(  # a 192-page bill, the nine-member panel, a party-line vote
    r"\b(?:near-)?party-line(?= vote)"
    r"|\b(?:left|right)-wing(?= [a-z])"
    r"|\b(?:\d{1,3}(?:,\d{3})?|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[a-z]+teen|[a-z]+ty)-"
    r"(?:page|article|clause|section|chapter|paragraph|point|member|seat|judge)(?= [A-Za-z])"
    r"|\b[Tt]wo[- ]thirds(?= gender\b)"  # the two thirds gender rule
)
_ONES = "one|two|three|four|five|six|seven|eight|nine"
_HUNDREDS = re.compile(  # two hundred and seventy-three members
    rf"\b(?i:{_ONES}) hundred"
    rf"(?:(?: and)? (?:[a-z]+ty(?:[- ](?:{_ONES}))?|[a-z]+teen|{_ONES}|ten|eleven|twelve))?\b(?![\w-])"
)
_SHARE = re.compile(  # the two-thirds needed to override it, a three-fifths majority
    r"\b(?:two|three|four)-(?:thirds|fifths|quarters|fourths)"
    r"(?:(?= needed\b| required\b| necessary\b)"
    r"|(?P<large>(?= (?:super)?majorit| vote\b| support\b| approval\b| margin\b| backing\b| quorum\b)))"
)
_CHAMBERS_OWN = re.compile(
    rf"{_SUBSTITUTE}(?:House|Senate|Commons|Lords|Government|Assembly|Private|Legislative|Republic)"
    r" (?:Bill|Act|Law|(?:Joint |Concurrent )?Resolution)(?:,? (?:No\.?|Number) ?\d+)?(?:(?: of)? \d{4})?"
)
_NO_TITLE = re.compile(r"ommittee on [^,]*\bLaw$")  # "the Committee on Ethics and Election Law"
_NAMED_BILL = re.compile(
    r"(?:.*\s)?(?:Sir|Mr\.?|Dr\.?|Sens?\.?|Reps?\.?|Govs?\.?|Lord|MP|TD|President|Premier|Governors?|Senators?"
    r"|Speaker|Leader|Minister|Secretary|Chancellor|Treasurer|Mayor|Chairman|Congressman|Representative)"
    r" Bill(?= [A-Z])"
)
"""Where Bill is a man: "Opposition Leader Bill Shorten", "Sir Bill Cash"."""
_ORDERED = re.compile(r"(?!(?:House|Senate|Assembly|Government)\b)[A-Z][a-z]+ Bill (?!(?:19|20)\d\d\b)\d")
"""A bill told by its number behind what is to be done with it, which begins the sentence."""
_PALACE = re.compile(r"\b(?:White|Blue|Pink) House\b")  # a head of state's seat that reads as a chamber
_PAIR = re.compile(  # also "a | government sponsored | law"
    r"(?:(?<=\ba )|(?<=\ban ))(?:government|opposition|state) (?:sponsored|backed|drafted|proposed)\b|"
    r"\b[A-Z][A-Za-z]+(?:-[A-Z][A-Za-z]+)+"
    r"(?= (?:[\w-]+ ){0,3}(?:bill|act|law|amendment|measure|proposal|plan|legislation"
    r"|Agreement|Partnership|Treaty|Pact|Trade)\b)"
)
"""Names of a bill's authors or of a treaty's parties: "the McCain-Feingold bill", "Afro-Asian Trade"."""
_FIGURES = tuple("0123456789")
_KINDS: tuple[tuple[str, re.Pattern[str], tuple[str, ...]], ...] = (
    ("body", _PALACE, (" House",)),
    ("authors", _PAIR, ("-", " sponsored ", " backed ", " drafted ", " proposed ")),
    ("title", QUOTED, ('"', "“", "‘", "'", "«")),
    ("title", AMENDING, ("Reform", "Amend", "Changes")),
    ("title", TITLE, TITLE_HEADS),
    ("title", LAW_ON, TITLE_HEADS),
    ("title", CALLED, CALLS),
    ("title", LINKED, (" bill", " law", " act", " legislation", " directive", " regulation")),
    ("title", BRACKETED, (") bill", ") act")),
    ("title", _FUNDING, (" appropriation", " authori", " spending", " funding")),
    ("committee", _COMMITTEE, ("ommittee", "ommission")),
    ("committee", _COMMITTEE_ON, ("mmittee on", "mmission on")),
    ("committee", _HOUSE_COMMITTEE, ("House of Rep",)),
    ("number", NUMBER, _FIGURES),
    ("sum", _SUM, _FIGURES),
    ("party", _PARTY, (",",)),
    ("tally", _VOTED_BY, _FIGURES),
    ("tally", _DECIDED_BY, _FIGURES),
    ("tally", _TALLY, _FIGURES),
    ("tally", _TOTAL, ("total of",)),
    ("aside", _ASIDE, ("(", "[")),
    ("aside", ITS_STATE, (", ",)),
    ("resolution", _CONTINUING, ("ontinuing", "CR")),
    ("detail", _DETAIL, ("by",)),
    ("size", _SIZE, ("-", "thirds gender")),
    ("count", _HUNDREDS, (" hundred",)),
    ("share", _SHARE, ("-thirds", "-fifths", "-quarters", "-fourths")),
    ("day", _CALENDAR_DAY, ("id-", ", 20", ", 19")),
)
"""Kind, pattern, and strings of which each of its matches has one: what has none need not be searched."""


def masks(text: str, begin: int, end: int) -> Iterator[Mask]:
    """Yield the masks inside a sentence, in order and without overlaps; earlier kinds win over later ones,
    and a dateline at its start over all.
    """
    taken = list[Mask]()
    found = DATELINE.match(text, begin, end) or (None if begin else FIRST_PLACE.match(text, begin, end))
    if found:
        taken.append(Mask(begin, found.end(), "", "dateline"))
    elif found := CLOCK.match(text, begin, end):
        taken.append(Mask(*found.span("dash"), ",", "clock"))
    sentence = text[begin:end]
    for kind, pattern, needs in _KINDS:
        if not any(sign in sentence for sign in needs):
            continue
        for found in pattern.finditer(text, begin, end):
            opened = kind == "title" and pattern not in (QUOTED, CALLED)
            start = found.start("title") if pattern is CALLED else found.start()
            start += OPENING.match(found.group()).end() if opened else 0  # type: ignore[union-attr]
            if opened and text.endswith(" by ", begin, start) and " and " in found.group():
                start = text.rindex(" and ", start, found.end()) + 5  # "moved by Ann Holm and Heat Bill"
            if opened and (by := _BY_BODY.match(text, max(begin, start - 7), found.end())):
                start = by.end()  # "the ratification by the Danish Senate of the Seal Treaty"
            if opened and start >= found.start("head") and found.end() == found.end("head"):
                continue  # "The Act": no title but a plain mention
            if found.group().startswith("CR") and "ontinuing resolution" not in text:
                continue
            if kind == "title" and _NO_TITLE.search(text, start, found.end()):
                continue
            if kind == "aside" and text[begin:end].strip() == found.group().strip():
                continue  # "(Ayes 59, Noes 338)" as a sentence of its own
            if kind == "title" and _CHAMBERS_OWN.fullmatch(text, start, found.end()):
                continue  # "the Senate Bill": whose it is, not what it is called
            if kind == "title" and _NAMED_BILL.match(text, start) and found.group().endswith("Bill"):
                continue
            if opened and start == begin and _ORDERED.match(text, start):
                continue  # "Repeal | Bill 5"
            if kind == "number" and (at := found.group().find(", No")) > 0:
                named = any(start < other.end <= found.end() for other in taken)
                start += at + 2 if named else 0  # "the Oil Bill, | No. 21 of 2021"
            if any(start < other.end and other.start < found.end() for other in taken):
                continue
            stop = found.end() - (kind == "title" and found.group().endswith("."))
            stop -= pattern is ITS_STATE and OPENS.fullmatch(text, begin, start) is not None
            stop -= kind == "party" and text[stop - 1] == "," and bool(_BY_WHOM.search(text, begin, start))
            voted = pattern in (_VOTED_BY, _DECIDED_BY, _TOTAL) or (
                kind == "tally" and _VOTED.search(text, max(0, start - 8), start)
            )
            taken.append(Mask(start, stop, "" if voted else _word(kind, found), kind))
    for title in _called(text):
        at = text.find(title, begin, end)
        if at >= 0 and not any(at < other.end and other.start < at + len(title) for other in taken):
            taken.append(Mask(at, at + len(title), "Bill", "title"))
    yield from sorted(taken, key=lambda mask: mask.start)


@lru_cache(maxsize=64)
def _called(text: str) -> tuple[str, ...]:
    """Return what bills are called in a text without quotes."""
    if not any(sign in text for sign in CALLS):
        return ()
    return tuple(found["title"] for found in CALLED.finditer(text))


def _word(kind: str, found: re.Match[str]) -> str:
    if kind == "title":
        names = found.groupdict()
        head = names.get("end") or names.get("head") or names.get("before") or names.get("called") or "Bill"
        last = found.group().split()[-1]
        return last if last in ("Bill", "Act") else head.split()[-1]  # "the Treaty of Lisbon Bill"
    if kind == "committee":
        return found.group("head")
    if kind == "number":
        return "Bill"
    if kind == "resolution":
        return "resolutions" if found.group().endswith("s") else "resolution"
    if kind in ("tally", "count"):
        return "100"
    if kind == "day":
        return found["month"] or found["year"]
    if kind in ("body", "authors"):
        return "official" if found.group().endswith("ed") else re.split(r"[ -]", found.group())[-1]
    if kind == "share":
        return "large" if found["large"] is not None else "majority"
    if kind == "size":
        return "major"
    if kind == "detail":
        return "detailed" if "-" in found.group() else "closely"
    return "" if kind in ("party", "aside") else "$100"
