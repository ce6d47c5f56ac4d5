"""Names of one bill that stand side by side: "Bill 28, the Heat Act", "another bill, titled Heat Act", "the
Heat Act (HB 12), a broad energy package".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from graph.extraction.bill_mentions import BillMention
from graph.extraction.bill_referents import BillReferent
from graph.extraction.bill_standing import titled_by_its_verb
from graph.language.tree import Text, children

Place = tuple[int, int]
_CALLED = (
    r"(?:(?:also|officially|formally|better|commonly|popularly|widely|otherwise|generally|often|formerly"
    r"|previously|originally|initially|first|once|now|since|then|later) )?"
    r"(?:known as|referred to as|called|titled|entitled|named|or|dubbed|nicknamed|namely|re(?:named|titled)"
    r"|styled|formerly|previously|originally)"
)
_KNOWN_AS = re.compile(
    r"\b(?:known as|referred to as|dubbed|nicknamed|called|re(?:named|titled)|formerly|previously"
    r"|originally)\b"
)
"""What says that a second title is one of the same bill."""
_ANOTHER_NAME = re.compile(
    rf"\s*(?:(?:[,(–—]|--?(?=\s))\s*(?:{_CALLED})?|{_CALLED})\s*[\"“‘'«]?"
    r"(?:[Tt]he |[Aa]n? )?(?:proposed |new )?[\"“‘'«]?\s*"
    r"| (?:was|has been|had been|is|is being|will be) (?:since |later |then |now )?re(?:named|titled)"
    r" (?:as )?(?:the )?"
)
"""What stands between two names of one bill."""
_IS_CALLED = re.compile(rf",?\s(?:which is |that is )?{_CALLED}\s[\"“‘'«]?(?:[Tt]he )?[\"“‘'«]?")
"""What stands between a bill and its title."""
_SAYS_WHAT = re.compile(r"(?:\s\([^()\n]{1,30}\)|\))?,\s")
"""What stands between a title and the words for what it is."""


def named_before(
    text: Text, mention: BillMention, mentions: Sequence[BillMention], at: Mapping[Place, BillReferent]
) -> BillReferent | None:
    """Return the bill that the words right before a mention give another name: "Bill 28, the Heat Act", "the
    Heat Act (HB 12)".
    """
    tree = text.trees[mention.index]
    before = [m for m in mentions if m.index == mention.index and m.start < mention.start]
    if not before or not (mention.official or before[-1].official):
        return None
    last = before[-1]
    referent = at.get((last.index, last.token.i))
    _, end = tree.spans[last.token.i]
    between = tree.sentence.text[end - tree.part_start : mention.start - tree.part_start]
    bare = between.removesuffix(mention.words.removesuffix(mention.token.text))
    right_behind = mention.numbers and between.isspace()  # "the sports betting bill HB 12"
    if referent is None or not (right_behind or _ANOTHER_NAME.fullmatch(between) or _is_called(bare)):
        return None
    behind = tree.sentence.text[tree.spans[mention.token.i][1] - tree.part_start :]
    if between.endswith(", the ") and behind.startswith(" and ") and not mention.numbers:
        return None  # a list: "the Ports Bill, the Heat Act and six others"
    both = bool((mention.numbers and referent.numbers) or (mention.title and referent.titles))
    both = both and not _KNOWN_AS.search(between)  # "the Reform Treaty, also known as the Sarn Treaty"
    return None if both or mention.plural != referent.plural else referent


def _is_called(between: str) -> bool:
    """Whether words between two names say that a bill is called by both: ", commonly known as the"."""
    return _IS_CALLED.fullmatch(between) is not None and " or " not in between


def named_behind(
    text: Text, mention: BillMention, mentions: Sequence[BillMention], at: Mapping[Place, BillReferent]
) -> BillReferent | None:
    """Return the bill by whose title a bill without a name of its own is called right behind ("another bill,
    titled Heat Act"), or of which it says right behind what it is.
    """
    if (described := described_before(mention, at)) is not None:
        return described
    if mention.title and mention.registered:
        told = [at.get((mention.index, bill.i)) for bill in titled_by_its_verb(mention.token)]
        return next((bill for bill in told if bill is not None), None)
    if not mention.strong or mention.plural or mention.official:
        return None
    tree = text.trees[mention.index]
    _, end = tree.spans[mention.token.i]
    behind = (m for m in mentions if m.index == mention.index and m.start >= end and m.title)
    if (title := next(behind, None)) is None:
        return None
    between = tree.sentence.text[end - tree.part_start : title.start - tree.part_start]
    return at.get((title.index, title.token.i)) if _IS_CALLED.fullmatch(between) else None


def described_before(mention: BillMention, at: Mapping[Place, BillReferent]) -> BillReferent | None:
    """Return the bill right before of which a noun says what it is: "the water bill, a measure sent back
    twice".
    """
    token = mention.token
    behind = token.dep_ == "appos" and token.left_edge.i > token.head.i
    if not (behind and mention.indefinite) or mention.official or mention.other or mention.plural:
        return None
    return at.get((mention.index, token.head.i))


def told_as(
    text: Text, mentions: Sequence[BillMention], at: Mapping[Place, BillReferent]
) -> Iterator[tuple[BillReferent, BillReferent]]:
    """Yield (kept, gone) for a bill named officially and what the words right behind say that it is: "the
    Heat Act (HB 12), a broad energy package".
    """
    for mention in mentions:
        articles = [c for c in children(mention.token, "det") if c.lower_ in ("a", "an")]
        if not articles or mention.official or mention.plural or mention.token.dep_ == "conj":
            continue
        official = [
            m for m in mentions if m.index == mention.index and m.start < mention.start and m.official
        ]
        if not official or children(mention.token, "conj"):
            continue
        tree = text.trees[mention.index]
        _, end = tree.spans[official[-1].token.i]
        start, _ = tree.spans[articles[0].i]
        between = tree.sentence.text[end - tree.part_start : start - tree.part_start]
        kept, gone = (at.get((m.index, m.token.i)) for m in (official[-1], mention))
        if kept and gone and kept is not gone and not gone.official and _SAYS_WHAT.fullmatch(between):
            yield kept, gone
