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
    rf"|\b(?:{_NOUN}),?\s(?:[Nn]o\.?|[Nn]umber|№)\s?\d{{1,4}}(?:\sof\s|/)(?:19|20)\d\d\b"  # Law No. 4 of 2013
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
_PARTY = re.compile(rf",\s(?:D|R|I|L|Ind)(?:\.|{_DASH})\s?(?:[A-Z][\w.]*\s?){{1,2}}(?:,|(?=\s))")
_ASIDE = re.compile(r"\s?\([^()\n]{1,60}\)|\s?\[[^\[\]\n]{1,60}\]")
_MONTHS = r"(?:Jan|Febr)uary|March|April|May|June|July|August|(?:Sept|Nov|Dec)ember|October"
_CALENDAR = (
    rf"(?!(?:{_MONTHS}|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b)"
)
_NO_FEAST = (
    r"(?!(?:Christmas|New Year|Boxing|Easter|Good Friday|Ash Wednesday|(?:St|Saint)\b|Independence Day))"
)
"""Days on which something is done to a law and that no law is on: "signed the Ports Act on Christmas Eve"."""
_CAPITAL = rf"(?:{_CALENDAR}[A-Z][\w’'.-]*)"
_TITLE_WORD = (
    rf"(?:{_CAPITAL}|(?:1[6-9]|20)\d\d(?=\s\([Aa]mend)|(?!\([DRI]-)\((?:[A-Z]|amend"
    r"|\d+(?:st|nd|rd|th|(?=[ -][A-Z]))|(?:19|20)\d\d(?=\)))"
    r"[^()\n]{0,60}\)|&|[“\"][A-Z][\w.]+[”\"](?=\s[A-Z]))"
)
_TITLE_LINK = (
    r"(?:(?:of|and|for|on|in|from|against|with|or|at)(?:\s(?:the|a|to))?|as(?:\s(?:a|to))?"
    r"|to(?!\sthe\s)|by(?!\sthe\s)"
    r"|de|la|,)"
)
_TITLE_DAY = (  # the Fairness for September 11th Victims Act
    rf"\s(?:for|of|[Aa]fter)\s(?:{_MONTHS})"
    rf"\s\d{{1,2}}(?:st|nd|rd|th)?(?=\s{_CAPITAL})"
)
_TITLE_RUN = rf"(?:\s{_TITLE_WORD}|(?:\s{_TITLE_LINK}){{1,2}}\s{_TITLE_WORD}|{_TITLE_DAY})"
_LIST = rf"(?:,\s{_CAPITAL}(?:\s(?:of\s)?{_CAPITAL}){{0,3}}){{1,5}},?\s(?:and|&)\s{_TITLE_WORD}"
_TITLE_HEADS = (
    "Act", "Bill", "Law", "Code", "Treaty", "Convention", "Regulation", "Directive", "Resolution",
    "Ordinance", "Amendment",
)  # fmt: skip
_SAME_TITLE = r"(?<!\bBill)(?<!\bAct)(?!,?\sand\sthe\s(?:Act|Bill|Code|Law)\s(?:of|on|for)\b)"
"""Where no other title starts: "the Convention on Seals Bill | and the Ports Bill", "the Law on Media | and
the Law on Ports".
"""
TITLE = re.compile(
    # the Protecting the Right to Organize Act, the Water is a Right Act
    rf"\b(?:(?<=[Tt]he ){_CAPITAL}\s(?:the|is|is\s(?:an?|not|no))\s)?"
    r"(?:\d{1,3}(?:st|nd|rd|th)\s(?=(?:Constitution(?:al)?\s)?Amendment\s))?"
    rf"{_TITLE_WORD}{_TITLE_RUN}{{0,14}}?(?:{_LIST}(?:{_TITLE_RUN}|,\sand\s{_TITLE_WORD}){{0,9}}?)?"
    rf"\s(?P<head>{'|'.join(_TITLE_HEADS)})"
    rf"(?:(?:\s(?:19|20)\d\d)?(?:\s{_TITLE_WORD}(?:(?:\sand)?\s{_TITLE_WORD}){{0,3}}?)?\s(?P<end>Act|Bill|Law|bill))?"
    rf"(?:\s(?:of|on|for)\s(?:the\s)?{_NO_FEAST}{_TITLE_WORD}(?:{_SAME_TITLE}(?:\s{_TITLE_LINK}){{0,2}}\s{_TITLE_WORD}){{0,6}}"
    r"(?:(?<=\sNo\.)\s\d+)?)?"
    r"(?:\s(?:\(No\.?\s?\d+\)|(?:No\.?|Number)\s?\d{1,4}(?![-/,]\w)))?(?:,?\s(?:of\s)?(?:1[6-9]|20)\d\d)?(?!\w|[’']\w)"
)
_LAW_ON = re.compile(
    rf"\b(?P<head>Act|Law|Bill|Treaty|Code)\s(?:of|on|for|[Gg]overning|[Rr]egulating|[Cc]oncerning)\s(?:the\s)?{_TITLE_WORD}(?:{_SAME_TITLE}(?:\s{_TITLE_LINK}){{0,2}}\s{_TITLE_WORD}){{0,6}}(?:(?:,\s{_CAPITAL}){{1,3}},?\sand\s{_TITLE_WORD})?(?:,?\s(?:of\s)?(?:1[6-9]|20)\d\d)?"
)
_AMENDING = re.compile(  # the Bill on Amendments to § 27 of the Privatisation Act
    r"\b(?P<head>Act|Law|Bill)\s(?:on|for)\s(?:the\s)?(?:(?:Partial\s)?Reform|Amending|(?:Amendments?|Changes)"
    rf"(?:\sand\s{_CAPITAL})?\s(?:to|of))\s(?:the\s)?(?:(?:§|Articles?|Sections?)\s?[\d.]+\sof\s(?:the\s)?)?"
    rf"(?:{_TITLE_WORD}{_TITLE_RUN}{{0,14}}?\s)?(?:Act|Law|Code|Constitution)\b(?:\s(?:of|on)\s(?:the\s)?"
    rf"{_TITLE_WORD}{_TITLE_RUN}{{0,6}})?(?![\w’'])"
)
_BODIES = (
    r"(?:House|Senate|Parliament|Assembly|Congress|Council|Government|Cabinet|Commons|Lords|President|Presidency"
    r"|Minister|Ministry|Speaker|Committee|Commission|Chamber|Court|Bill|Act)"
)
_OWNER = (  # whose bill it is; whose rights it is about belongs to its title: "Women's Seats Bill"
    rf"(?:(?!(?:Women|Men|Children|People)[’']|[A-Z][a-z]+ing\s(?!{_BODIES})[A-Z])"
    r"[A-Z][\w.-]*(?:\s[A-Z][\w.-]*){0,2}[’']s"
    r"|(?:Democrats|Republicans|Conservatives|Liberals|Socialists|Nationalists|Greens|Tories|Lords|Peers|MPs|Senators"
    r"|Ministers|Lawmakers)[’'])\s"
)
_OPENING = re.compile(
    r"(?:[^\n]*\b(?:Congress|Party|Senate|House|Assembly|Parliament|Commons|Lords|Cabinet|Committee|Court)"
    r"\s(?:on|against|over)\sthe\s)?"
    r"(?:(?:Determination|Ruling|Decision|Verdict|Hearings?|Talks|Work|Veto|Report|Concerns|Row|Backers|Supporters|Opponents|Critics|Authors|Sponsors|Passage|Approval|Debates?|Votes?|Adoption|Ratification"
    r"|Rejection|Parts|Clauses|Text|Under|Amendments"
    r"|(?:First|Second|Third|Final) Reading)\s(?:of|on|to|for)\s(?:the\s)?"
    r"|(?:Mediation|Conciliation|Consultations?|Negotiations?|Discussions?|Deliberations?|Consideration|Scrutiny|Voting"
    r"|Submissions?|Comments|Views|Progress|Action|Consensus|Agreement|Compromise|Opposition|Support|Protests?|Controversy"
    r"|Disputes?|Doubts|Questions|Briefings?|Meetings?|Sittings?|Motions?)\s(?:of|on|over|to|for|against)\sthe\s"
    r"|(?:Lords|Commons|Peers|MPs|MEPs|Senate|Senators|Council|Parliament|Congress|Government)\son\s(?:the\s)?)?"
    r"(?:(?:The|THE|A|An|Under|In|On|For|By|With|And|But|If|When|After|Before|Since|Both|This|That|Its|His|Her|Their|Our|Of|To|At"
    r"|As|From|Take|Consider)\s|(?:the|a|an|of|for|in|on|to|and)\s"
    rf"|{_OWNER})*"
)
_HEADS = r"Act|Bill|Law|Draft [Ll]aw|bill|law|act|draft law|draft|directive|regulation|legislation|amendment"
# "agents of influence" bill; draft law "On transparency"; the Help to Buy bill
_QUOTED = re.compile(
    rf"[\"“‘'«](?!s\s)(?:[^\"“”‘’'«»\n.;:!?]|(?<=\w)['’](?=\w)){{3,70}}[\"”’'»]"
    rf" (?P<head>{_HEADS})\b(?![’'\w-])"
    rf"|\b(?P<before>{_HEADS}),? [\"“«](?:On |on |Of |For )?[A-Z][^\"“”«»\n;!?]{{3,110}}[\"”»]"
    rf"|\b(?P<called>{_HEADS}),? (?:also )?(?:entitled|titled|named|called|dubbed|known as) (?:the )?[\"“‘'«]"
    r"[A-Z](?:[^\"“”‘’'«»\n;!?]|(?<=\w)['’](?=\w)){3,110}[\"”’'»](?!\w)"
)
_CALLED = re.compile(  # a bill called Safe Streets
    r"\b(?:[Bb]ill|[Ll]aw|[Aa]ct|[Dd]irective|[Rr]egulation|[Ll]egislation),? (?:also )?"
    r"(?:entitled|titled|called|dubbed|nicknamed|known as) (?:the )?"
    rf"(?P<title>(?=[A-Z][\w’'-]+ ){_CAPITAL}(?:(?: {_TITLE_LINK})? {_CAPITAL}){{1,6}}(?<![.,’']))"
)
_CALLS = ("called ", "dubbed ", "titled ", "nicknamed ", "known as ")
_LINKED = re.compile(
    rf"\b{_CALENDAR}(?!(?:House|Chamber|Council|Parliament|Court|Speaker|Leader|President|Ministry) of\b)"
    rf"[A-Z][\w’-]+(?: {_CALENDAR}[A-Z][\w’-]+)?(?: (?:to|of|for|and|on|in)(?: the)? [A-Z][\w’-]+)"
    r" (?P<head>bill|law|act|legislation|directive|regulation)\b(?![’'\w-])"
)
_BRACKETED = re.compile(  # the marriage (same sex couples) bill
    r"\b(?:(?<=the )|(?<=a )|(?<=[’']s )|(?<=this ))(?:[A-Za-z][\w-]*,? ){1,5}?"
    r"(?:\([A-Za-z][^()\n\d]{3,50}\) ){1,2}(?P<head>bill|act)\b(?![’'\w-])"
)
_FIELD = rf"{_CAPITAL}(?:\s{_CAPITAL}){{0,3}}"
_BY_BODY = re.compile(rf"by the (?:{_CAPITAL} ){{0,2}}{_BODIES} of the (?=[A-Z])")
_COMMITTEE = re.compile(  # the Foreign Affairs, Defence and Trade Committee
    rf"(?:(?<=[Tt]he\s)|(?<=[’']s\s))(?!{_BODIES}\b){_FIELD}(?:,\s{_FIELD}){{0,4}}"
    rf",?\s(?:and|&)\s(?!{_BODIES}\b){_FIELD}"
    r"\s(?P<head>Committees?|Commissions?|Subcommittees?)\b"
)
_COMMITTEE_ON = re.compile(  # the Senate Committee on Rules and Legislative Procedure
    rf"\b(?P<head>Committee|Commission|Subcommittee)\son\s(?:the\s)?{_FIELD}(?:,\s{_FIELD}){{0,4}}"
    rf",?\s(?:and|&)\s(?!{_BODIES}\b|(?:Sen|Rep|Gov|Mr|Ms|Mrs|Dr)\b){_FIELD}(?![\w’'-])"
)
_FUNDING = re.compile(  # the Military Construction and Veterans Affairs appropriations bill
    rf"\b(?!{_BODIES}\b){_FIELD}(?:,\s{_FIELD}){{0,4}},?\s(?:and|&)\s(?!{_BODIES}\b){_FIELD}"
    r"\s(?:appropriations?|authori[sz]ation|spending|funding)\s(?P<head>bill|act|measure)\b(?![’'\w-])"
)
_HOUSE_COMMITTEE = re.compile(
    r"\bHouse of Representatives"
    r"(?: (?:special|standing|select|joint|budget|finance|steering|ethics|judiciary|[A-Z]\w+)){1,4} "
    r"(?P<head>[Cc]ommittee|[Pp]anel|[Cc]ommission|[Ss]ubcommittee)\b"
)
_CONTINUING = re.compile(r"\b[Cc]ontinuing [Rr]esolutions?\b|(?<![\w.-])CRs?\b(?![.-])")
_CALENDAR_DAY = re.compile(  # mid-February, the May 3, 2011, attacks
    rf"\b[Mm]id-(?P<month>{_MONTHS}|(?:Jan|Feb|Sept|Oct|Nov|Dec)\.?)(?![\w-])"
    rf"|(?<=\bthe )(?:{_MONTHS}|(?:Jan|Feb|Aug|Sept|Oct|Nov|Dec)\.) \d{{1,2}}, (?P<year>(?:19|20)\d\d),?"
    r"(?= [a-z]{4,})"
)
_DETAIL = re.compile(r"\b(?P<part>[Cc]lause|[Aa]rticle|[Ss]ection|[Ll]ine)(?:-by-|\sby\s)(?i:(?P=part))\b")
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
    ("title", _QUOTED, ('"', "“", "‘", "'", "«")),
    ("title", _AMENDING, ("Reform", "Amend", "Changes")),
    ("title", TITLE, _TITLE_HEADS),
    ("title", _LAW_ON, _TITLE_HEADS),
    ("title", _CALLED, _CALLS),
    ("title", _LINKED, (" bill", " law", " act", " legislation", " directive", " regulation")),
    ("title", _BRACKETED, (") bill", ") act")),
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
            opened = kind == "title" and pattern not in (_QUOTED, _CALLED)
            start = found.start("title") if pattern is _CALLED else found.start()
            start += _OPENING.match(found.group()).end() if opened else 0  # type: ignore[union-attr]
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
    if not any(sign in text for sign in _CALLS):
        return ()
    return tuple(found["title"] for found in _CALLED.finditer(text))


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
    if kind == "tally":
        return "100"
    if kind == "day":
        return found["month"] or found["year"]
    if kind in ("body", "authors"):
        return "official" if found.group().endswith("ed") else re.split(r"[ -]", found.group())[-1]
    if kind == "detail":
        return "detailed" if "-" in found.group() else "closely"
    return "" if kind in ("party", "aside") else "$100"
