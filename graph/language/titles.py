"""How titles of laws and bills are written: "the Help to Buy Bill", "draft law “On transparency”", "the Law
on Media"; and what stands before one without belonging to it.
"""

from __future__ import annotations

import re

MONTHS = r"(?:Jan|Febr)uary|March|April|May|June|July|August|(?:Sept|Nov|Dec)ember|October"
_CALENDAR = (
    rf"(?!(?:{MONTHS}|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b)"
)
_NO_FEAST = (
    r"(?!(?:Christmas|New Year|Boxing|Easter|Good Friday|Ash Wednesday|(?:St|Saint)\b|Independence Day))"
)
"""Days on which something is done to a law and that no law is on: "signed the Ports Act on Christmas Eve"."""
CAPITAL = rf"(?:{_CALENDAR}[A-Z][\w’'.-]*)"
_TITLE_WORD = (
    rf"(?:{CAPITAL}|(?:1[6-9]|20)\d\d(?=\s\([Aa]mend)|(?!\([DRI]-)\((?:[A-Z]|amend"
    r"|\d+(?:st|nd|rd|th|(?=[ -][A-Z]))|(?:19|20)\d\d(?=\)))"
    r"[^()\n]{0,60}\)|&|[“\"][A-Z][\w.]+[”\"](?=\s[A-Z]))"
)
_TITLE_LINK = (
    r"(?:(?:of|and|for|on|in|from|against|with|or|at)(?:\s(?:the|a|to))?|as(?:\s(?:a|to))?"
    r"|to(?!\sthe\s)|to\sthe(?=\sConstitution\s(?:Bill|Act)\b)|by(?!\sthe\s)"
    r"|de|la|,)"
)
_TITLE_DAY = (  # the Fairness for September 11th Victims Act
    rf"\s(?:for|of|[Aa]fter)\s(?:{MONTHS})"
    rf"\s\d{{1,2}}(?:st|nd|rd|th)?(?=\s{CAPITAL})"
)
_TITLE_RUN = rf"(?:\s{_TITLE_WORD}|(?:\s{_TITLE_LINK}){{1,2}}\s{_TITLE_WORD}|{_TITLE_DAY})"
_LIST = rf"(?:,\s{CAPITAL}(?:\s(?:of\s)?{CAPITAL}){{0,3}}){{1,5}},?\s(?:and|&)\s{_TITLE_WORD}"
TITLE_HEADS = (
    "Act", "Bill", "Law", "Code", "Treaty", "Convention", "Regulation", "Directive", "Resolution",
    "Ordinance", "Amendment",
)  # fmt: skip
_SAME_TITLE = r"(?<!\bBill)(?<!\bAct)(?!,?\sand\sthe\s(?:Act|Bill|Code|Law)\s(?:of|on|for)\b)"
"""Where no other title starts: "the Convention on Seals Bill | and the Ports Bill", "the Law on Media | and
the Law on Ports".
"""
TITLE = re.compile(
    # the Protecting the Right to Organize Act, the Water is a Right Act
    rf"\b(?:(?<=[Tt]he ){CAPITAL}\s(?:the|is|is\s(?:an?|not|no))\s)?"
    r"(?:\d{1,3}(?:st|nd|rd|th)\s(?=(?:Constitution(?:al)?\s)?Amendment\s))?"
    rf"{_TITLE_WORD}{_TITLE_RUN}{{0,14}}?(?:{_LIST}(?:{_TITLE_RUN}|,\sand\s{_TITLE_WORD}){{0,9}}?)?"
    rf"\s(?P<head>{'|'.join(TITLE_HEADS)})"
    r"(?!(?<=Amendment)\sto\sthe\sConstitution\s(?:Bill|Act)\b)"
    rf"(?:(?:\s(?:19|20)\d\d)?(?:\s{_TITLE_WORD}(?:(?:\sand)?\s{_TITLE_WORD}){{0,3}}?)?\s(?P<end>Act|Bill|Law|bill))?"
    rf"(?:\s(?:of|on|for)\s(?:the\s)?{_NO_FEAST}{_TITLE_WORD}(?:{_SAME_TITLE}(?:\s{_TITLE_LINK}){{0,2}}\s{_TITLE_WORD}){{0,6}}"
    r"(?:(?<=\sNo\.)\s\d+)?)?"
    r"(?:\s(?:\(No\.?\s?\d+\)|(?:No\.?|Number)\s?\d{1,4}(?![-/,]\w)))?(?:,?\s(?:of\s)?(?:1[6-9]|20)\d\d)?(?!\w|[’']\w)"
)
LAW_ON = re.compile(
    rf"\b(?P<head>Act|Law|Bill|Treaty|Code)\s(?:of|on|for|[Gg]overning|[Rr]egulating|[Cc]oncerning)\s(?:the\s)?{_TITLE_WORD}(?:{_SAME_TITLE}(?:\s{_TITLE_LINK}){{0,2}}\s{_TITLE_WORD}){{0,6}}(?:(?:,\s{CAPITAL}){{1,3}},?\sand\s{_TITLE_WORD})?(?:,?\s(?:of\s)?(?:1[6-9]|20)\d\d)?"
)
AMENDING = re.compile(  # the Bill on Amendments to § 27 of the Privatisation Act
    r"\b(?P<head>Act|Law|Bill)\s(?:on|for)\s(?:the\s)?(?:(?:Partial\s)?Reform|Amending|(?:Amendments?|Changes)"
    rf"(?:\sand\s{CAPITAL})?\s(?:to|of))\s(?:the\s)?(?:(?:§|Articles?|Sections?)\s?[\d.]+\sof\s(?:the\s)?)?"
    rf"(?:{_TITLE_WORD}{_TITLE_RUN}{{0,14}}?\s)?(?:Act|Law|Code|Constitution)\b(?:\s(?:of|on)\s(?:the\s)?"
    rf"{_TITLE_WORD}{_TITLE_RUN}{{0,6}})?(?![\w’'])"
)
BODIES = (
    r"(?:House|Senate|Parliament|Assembly|Congress|Council|Government|Cabinet|Commons|Lords|President|Presidency"
    r"|Minister|Ministry|Speaker|Committee|Commission|Chamber|Court|Bill|Act)"
)
_OWNER = (  # whose bill it is; whose rights it is about belongs to its title: "Women's Seats Bill"
    rf"(?:(?!(?:Women|Men|Children|People)[’']|[A-Z][a-z]+ing\s(?!{BODIES})[A-Z])"
    r"[A-Z][\w.-]*(?:\s[A-Z][\w.-]*){0,2}[’']s"
    r"|(?:Democrats|Republicans|Conservatives|Liberals|Socialists|Nationalists|Greens|Tories|Lords|Peers|MPs|Senators"
    r"|Ministers|Lawmakers)[’'])\s"
)
OPENING = re.compile(
    r"(?:[^\n]*\b(?:Congress|Party|Senate|House|Assembly|Parliament|Commons|Lords|Cabinet|Committee|Court"
    r"|Treasury|Society|Association|Union|Federation|(?:Ministry|Department)\sof\s[A-Z][\w’'-]+)"
    r"(?:\son(?:\s(?:and\s)?[A-Z][\w’'-]+,?){1,6})?\s(?:on|against|over)\sthe\s)?"
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
QUOTED = re.compile(
    rf"[\"“‘'«](?!s\s)(?:[^\"“”‘’'«»\n.;:!?]|(?<=\w)['’](?=\w)){{3,70}}[\"”’'»]"
    rf" (?P<head>{_HEADS})\b(?![’'\w-])"
    rf"|\b(?P<before>{_HEADS}),? [\"“«](?:On |on |Of |For )?[A-Z][^\"“”«»\n;!?]{{3,110}}[\"”»]"
    rf"|\b(?P<called>{_HEADS}),? (?:also )?(?:entitled|titled|named|called|dubbed|known as) (?:the )?[\"“‘'«]"
    r"[A-Z](?:[^\"“”‘’'«»\n;!?]|(?<=\w)['’](?=\w)){3,110}[\"”’'»](?!\w)"
)
CALLED = re.compile(  # a bill called Safe Streets
    r"\b(?:[Bb]ill|[Ll]aw|[Aa]ct|[Dd]irective|[Rr]egulation|[Ll]egislation),? (?:also )?"
    r"(?:entitled|titled|called|dubbed|nicknamed|known as) (?:the )?"
    rf"(?P<title>(?=[A-Z][\w’'-]+ ){CAPITAL}(?:(?: {_TITLE_LINK})? {CAPITAL}){{1,6}}(?<![.,’']))"
)
CALLS = ("called ", "dubbed ", "titled ", "nicknamed ", "known as ")
LINKED = re.compile(
    rf"\b{_CALENDAR}(?!(?:House|Chamber|Council|Parliament|Court|Speaker|Leader|President|Ministry) of\b)"
    rf"[A-Z][\w’-]+(?: {_CALENDAR}[A-Z][\w’-]+)?(?: (?:to|of|for|and|on|in)(?: the)? [A-Z][\w’-]+)"
    r" (?P<head>bill|law|act|legislation|directive|regulation)\b(?![’'\w-])"
)
BRACKETED = re.compile(  # the marriage (same sex couples) bill
    r"\b(?:(?<=the )|(?<=a )|(?<=[’']s )|(?<=this ))(?:[A-Za-z][\w-]*,? ){1,5}?"
    r"(?:\([A-Za-z][^()\n\d]{3,50}\) ){1,2}(?P<head>bill|act)\b(?![’'\w-])"
)
