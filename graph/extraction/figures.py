"""Figures at a decision: what they make of it, and the bill that they stand behind."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from graph.extraction.draft import Draft, EventMention
from graph.extraction.lexicon import word_class
from graph.extraction.tallies import Tally
from graph.extraction.vote_lines import Side, vote_words
from graph.language.roles import auxiliaries, is_finite_past, is_infinitive
from graph.language.tree import SUBJECTS, Tree, children, governors, lemma
from graph.model import Votes
from graph.terms import DECISIONS, EventType, Factuality, Outcome

if TYPE_CHECKING:
    from graph.language.words import Token

_SENATE = 100
"""Senators of the United States."""
_SIXTY = 60
_ENDS_A_DEBATE = ("close-the-debate", "cloture-vote")
_QUALIFIED = (EventType.OVERRIDE, EventType.DEBATE)
"""Steps that can fail with more votes for than against: overriding a veto, ending a debate."""
_A_HEAD = re.compile(r" (?:him|her|the (?:president|governor|veto)|(?:his|her) veto)\b", re.IGNORECASE)
_WITH = re.compile(r"\bwith (?:(?:only|just|some|but) )?$", re.IGNORECASE)
_BEHIND_A_BILL = ("nmod", "acl:relcl", "acl")


def bill_before(draft: Draft, index: int, tree: Tree, begin: int) -> int | None:
    """Return the key of the bill named right before figures, or before the preposition that leads to them."""
    before = [word for word in tree.doc if tree.spans[word.i][1] <= begin and word.pos_ != "PUNCT"]
    while before and before[-1].pos_ == "ADP":
        before.pop()
    word = before[-1] if before else None
    bill = draft.bills.resolve(index, word) if word is not None and word.pos_ != "PRON" else None
    if bill is None and word is not None and word.following == ",":
        word = _before_which(word) or word  # "Bill 12, under which ports pay | tax, with 231"
        bill = draft.bills.resolve(index, word) if word.pos_ in ("NOUN", "PROPN") else None
    while bill is None and word is not None and word.dep_ in _BEHIND_A_BILL and word.head.i < word.i:
        word = word.head  # "Bill 12 on the army | with 231", "Bill 12, which splits the army, | with 231"
        bill = draft.bills.resolve(index, word)
    return bill.key if bill is not None else None


def _before_which(word: Token) -> Token | None:
    """Return the noun before the comma and the "which" that the clause of a word opens with."""
    for verb in (word, *governors(word)):
        which = next((c for c in verb.children if c.tag_ == "WDT" and c.i < verb.i), None)
        if which is not None:
            return next((t for t in reversed(word.doc[: which.i]) if t.pos_ in ("NOUN", "PROPN")), None)
    return None


def bill_told_since(draft: Draft, decided: Sequence[EventMention], index: int) -> int | None:
    """Return the key of the bill, of several decided on together, that the sentences between their decision
    and figures in tree `index` tell of alone: "rejected three bills. House Bill 12 would ban knives. The vote
    was 19 to 11".
    """
    bills = {mention.bill for mention in decided}
    group = draft.bill_of(decided[0].bill)
    if group is None or not (len(bills) > 1 or (group.plural and not group.members)):
        return None
    start = decided[0].place[0]
    since = {r.key: r for r in draft.bills.referents if any(start < seen[0] < index for seen in r.seen)}
    alone = [r for r in since.values() if not r.plural]
    return alone[0].key if len(alone) == 1 and alone[0].official and not alone[0].existing else None


def is_on_another(draft: Draft, vote: EventMention, decided: EventMention) -> bool:
    """Whether a vote is on a bill named since something was decided on one: "… was passed. The Coal Bill
    bans mines. Members voted for the bill by 30 to 12".
    """
    bill = draft.bill_of(vote.bill)
    if bill is None or vote.bill == decided.bill or not bill.official:
        return False
    return any(decided.place[0] < seen[0] < vote.place[0] for seen in bill.seen)


def is_aside(tree: Tree, mention: EventMention, end: int) -> bool:
    """Whether a clause behind figures tells another step: "30-10 for the bill that the House sent"."""
    clause = tree.doc[mention.clause[1]]
    acting = [noun for noun in children(clause, *SUBJECTS) if noun.lower_ not in ("which", "that", "who")]
    return clause.dep_ == "acl:relcl" and bool(acting) and tree.spans[clause.left_edge.i][0] >= end


def follows_vote(tree: Tree, begin: int) -> bool:
    """Whether figures follow a word of voting: "voted 281-142 to pass", "by a vote of 281 to 142"."""
    before = [t for t in tree.doc if tree.spans[t.i][1] <= begin][-3:]
    return any(t.lemma_.lower() in vote_words()["carriers"] for t in before)


def is_doubtful(mention: EventMention) -> bool:
    """Whether a step is only said to come about hardly, which nobody has voted on: "is unlikely to pass"."""
    why = mention.because[-1].removeprefix(f"{Factuality.DENIED}: ")
    return why in word_class("cannot_be") | word_class("hopes_for") | {"doubtful"}


def by_sides(draft: Draft, mention: EventMention, tally: Tally) -> Votes:
    """Return the figures of a tally, those of a pair the way round that the decision tells."""
    one, two = tally.figures.get("for"), tally.figures.get("against")
    falls = tally.is_pair and one is not None and two is not None and one > two
    refused = mention.outcome is Outcome.REJECTED or _did_not_by(draft, mention, tally)
    turned = refused and (mention.type not in _QUALIFIED or voted_to(draft.token(mention.place)))
    if falls and turned and not _lacks(draft, mention, tally):
        one, two = two, one
    return Votes(one, two, tally.figures.get("abstain"))


def voted_down(mention: EventMention, tally: Tally) -> EventMention:
    """Return what has both figures of a vote, not as something that ran out but as refused: "The bill died in
    the Senate, 20-24".
    """
    if mention.type is not EventType.LAPSE or not tally.has_both:
        return mention
    because = (*mention.because, f"{EventType.PASSAGE}: voted down")
    return replace(mention, type=EventType.PASSAGE, outcome=Outcome.REJECTED, because=because)


def is_by_some(clause: Token) -> bool:
    """Whether the subject of a clause is a number of members: "eleven judges voted in favour"."""
    return any(children(subject, "nummod") for subject in children(clause, *SUBJECTS))


def is_earlier(clause: Token) -> bool:
    """Whether a decision came before what is told: "struck out the changes that the Lords had made"."""
    return "had" in auxiliaries(clause)


def tells_override(mentions: Iterable[EventMention], index: int) -> bool:
    """Whether overriding a veto is told in tree `index` or the one before it."""
    return any(m.type is EventType.OVERRIDE and m.place[0] in (index - 1, index) for m in mentions)


def is_against_a_head(tree: Tree, end: int) -> bool:
    """Whether figures are of those who voted against who vetoed a bill, or against the veto: "thirty of the
    49 senators voted against him".
    """
    text, start = tree.sentence.text, end - tree.sentence.start
    return text[:start].endswith("against") and bool(_A_HEAD.match(text, start))


def for_overriding(tally: Tally) -> Tally:
    """Return a tally of a vote on a veto the other way round: who was against the veto was for overriding."""
    turned: dict[Side, Side] = {"for": "against", "against": "for", "abstain": "abstain"}
    return replace(tally, figures={turned[side]: count for side, count in tally.figures.items()})


def _did_not_by(draft: Draft, mention: EventMention, tally: Tally) -> bool:
    """Whether by so many votes a step was not taken, the larger side against it: "did not proceed by 78 to
    42"; where debates end by three fifths, the smaller may have prevented it.
    """
    led = draft.tree(mention.place).sentence.text[: tally.start].endswith(" by ")
    return led and mention.status is Factuality.DENIED and draft.country != "United States"


def voted_to(word: Token) -> bool:
    """Whether something is what was voted to be done, so that a pair of figures tells first who was for
    doing it: "voted 50-45 to reject a motion to end debate".
    """
    return is_infinitive(word) and word.head.lemma_.lower() == "vote" and word.dep_ in ("xcomp", "advcl")


def _lacks(draft: Draft, mention: EventMention, tally: Tally) -> bool:
    """Whether the larger figure can be that of those for it, who were too few: where votes needed are spoken
    of, and where it "failed", which says so in Congress, and elsewhere not in "failed by 201 votes to 180".
    """
    word = lemma(draft.token(mention.place))
    may_lack = word in vote_words()["may_lack"] or any(r.endswith(": failed") for r in mention.because)
    if tally.lacks or not may_lack:
        return tally.lacks
    led = draft.tree(mention.place).sentence.text[: tally.start].endswith(" by ")
    if word == "fail" and not (led and draft.country != "United States"):
        return True
    near = draft.text.trees[mention.place[0] : mention.place[0] + 3]
    return any(vote_words()["hurdles"] & {token.lower_ for token in tree.doc} for tree in near)


def falls_short_of_sixty(draft: Draft, mention: EventMention, figures: Votes) -> bool:
    """Whether a vote of the Senate of the United States to end a debate lacks the sixty that it takes."""
    ends = mention.type is EventType.DEBATE and mention.because[0].split()[0] in _ENDS_A_DEBATE
    if not ends or draft.country != "United States" or mention.outcome is not Outcome.APPROVED:
        return False
    yes, no = figures.in_favour, figures.against
    return yes is not None and no is not None and yes < _SIXTY and _SENATE - 20 <= yes + no <= _SENATE


def with_figures(mention: EventMention, figures: Votes, tally: Tally) -> EventMention:
    """Return the mention with figures in place of any it had, and with the outcome that they show where it
    told none.
    """
    if mention.status is Factuality.SCHEDULED and mention.because[-1] == "scheduled: present":
        mention = replace(
            mention, status=Factuality.HAPPENED, because=(*mention.because, "happened: counted")
        )
    against = "?" if figures.against is None else figures.against
    outcome = mention.outcome
    if outcome is None and mention.type in DECISIONS and not tally.lacks:
        yes, no = figures.in_favour, figures.against
        if tally.suffices and yes is not None:  # "garnered 230 votes, above the 226 needed"
            outcome = Outcome.APPROVED
        if yes is not None and no is not None and yes != no and mention.type is not EventType.OVERRIDE:
            outcome = Outcome.APPROVED if yes > no else Outcome.REJECTED
    told = (why for why in mention.because if not why.startswith("votes "))
    because, status = (*told, f"votes {figures.in_favour}–{against}"), mention.status
    if status is Factuality.DENIED and mention.type in DECISIONS and outcome is Outcome.APPROVED:
        status, outcome = Factuality.HAPPENED, Outcome.REJECTED  # "was not approved, by 16 votes to 21"
    return replace(mention, votes=figures, outcome=outcome, status=status, because=because)


def is_count(mention: EventMention) -> bool:
    """Whether a mention tells no more than how many votes a bill got: "received 99 in favour, 96 against"."""
    return mention.because[0].startswith("gets-so-many ")


def is_done_by_some(tree: Tree, mention: EventMention, tally: Tally) -> bool:
    """Whether the trigger of a mention is what some of those counted did: "eight | rejected it"."""
    word = tree.doc[mention.place[1]]
    start = tree.spans[word.i][0] - tree.sentence.start
    counted = any(n.tag_ == "CD" or children(n, "nummod") for n in children(word, *SUBJECTS, "nummod"))
    return is_finite_past(word) and counted and tally.start <= start < tally.end


def comes_with(tree: Tree, begin: int) -> bool:
    """Whether figures are what a decision came with: "passed it | with just | one dissenting vote"."""
    return bool(_WITH.search(tree.sentence.text[: begin - tree.sentence.start]))


def is_short(tree: Tree) -> bool:
    """Whether a sentence has room for little besides the figures."""
    return len(tree.doc) <= 12
