"""How real each event is told to be, by walking up the tree from its trigger.

Words at the event, negation, modals, the conjunction, the words that govern the trigger, and its tense
decide, in that order; the first that speaks wins. In a chain of steps that the procedure demands ("must …
after that it will be …") what follows a required step is required too.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from graph.extraction.attempts import is_yet_to
from graph.extraction.draft import Draft, EventMention
from graph.extraction.event_nouns import is_definite
from graph.extraction.lexicon import status_words, word_class
from graph.extraction.modality import judge
from graph.extraction.nouns import is_purpose
from graph.extraction.questions import VOTED_WHETHER, is_asked
from graph.extraction.refusals import chose_not, refused_when, told_by, will_not
from graph.extraction.set_off import told_of
from graph.extraction.tenses import by_modal, by_tense, class_of
from graph.extraction.turned_out import by_promise
from graph.language.roles import auxiliaries, is_finite_past, is_infinitive
from graph.language.tree import children, clause_of, obliques
from graph.terms import READINGS, SPEECH, EventType, Factuality, Outcome

if TYPE_CHECKING:
    from graph.language.words import Token

_F = Factuality
_ENDS = frozenset((EventType.ASSENT, EventType.PUBLICATION))
_LOOKS_AHEAD = frozenset(("scheduled", "expected", "promised", "denied"))
"""Classes of words above what is to become law that tell how real that is."""
_MOVED = frozenset((EventType.REFERRAL, EventType.RETURN))
"""What is moved in a chamber, and turned down where it fails."""
_PRESENT = frozenset(
    (
        "is",
        "present",
        "present passive",
        "present progressive",
        "headline present",
        "no tense",
        "named as a fact",
    )
)
_SEQUEL = frozenset(
    (
        *READINGS[1:],
        EventType.PASSAGE,
        EventType.REFERRAL,
        EventType.COMMITTEE,
        EventType.TRANSMISSION,
        EventType.ASSENT,
        EventType.PUBLICATION,
        EventType.COMMENCEMENT,
    )
)

_BELOW_THE_HEADLINE = 2
"""Within how many sentences behind the headline a line in its manner may stand."""
_COUNTED = frozenset(("bill", "law", "measure", "proposal", "reform", "plan", "amendment", "act"))
"""What takes an article in any other line."""
_GOING = frozenset(("will", "'ll", "present progressive"))
_SITTINGS = frozenset((EventType.DEBATE, EventType.COMMITTEE))
_COMPELLED = frozenset((EventType.TRANSMISSION, EventType.RETURN, EventType.WITHDRAWAL))
"""What "had to" tells as done: a bill is not sent about by what it needs."""


def find_factuality(draft: Draft) -> Draft:
    """Return the draft with the status of every mention; what someone did not say is no statement."""
    judged = list[EventMention]()
    for mention in draft.mentions:
        if (first := _told_with(mention, judged)) is not None:
            because = (*mention.because, first.because[-1])
            judged.append(replace(mention, status=first.status, outcome=first.outcome, because=because))
            continue
        found = judge(draft.token(mention.place), draft.token(mention.clause), _kind(draft, mention))
        status, outcome = found.status, mention.outcome
        if mention.present is not None and (found.why in _PRESENT or told_of(draft.token(mention.place))):
            status = mention.present
        elif mention.present is _F.SCHEDULED and found.why == "past" and _is_put_down_for(draft, mention):
            status = _F.SCHEDULED
        elif mention.present is _F.SCHEDULED and found.why == "past" and _is_due(draft, mention):
            had = "had" in auxiliaries(draft.token(mention.clause))
            found = replace(found, why="had due") if had else found
            status = _F.DENIED if had else _F.SCHEDULED  # "had been due for its third reading on Friday"
        if is_asked(draft.token(mention.clause)):
            status = _F.POSSIBLE
        if mention.type is EventType.JUDICIAL_REVIEW and found.why == "pending":
            status = _F.ONGOING  # "while a challenge to the law is pending"
        if mention.type is EventType.COMMENCEMENT and outcome is Outcome.POSTPONED and status.is_fact:
            status = _F.SCHEDULED  # "the rules were put off to 2027"
        if found.failed and mention.type is EventType.ASSENT and found.why in word_class("refusals"):
            mention, outcome = replace(mention, type=EventType.VETO), None
            status = refused_when(draft, mention) or status
        elif found.why == "not" and mention.type is EventType.ASSENT and will_not(draft, mention):
            mention = replace(mention, type=EventType.VETO, clause=told_by(draft, mention))
            status, outcome = _F.HAPPENED, None
        elif found.why == "not" and mention.type is EventType.ASSENT and (chose := chose_not(draft, mention)):
            told = judge(chose, clause_of(chose), draft.tree(mention.place).kind).status
            mention, status, outcome = replace(mention, type=EventType.VETO), told, None
        elif found.failed and mention.decides and _without_vote(draft, mention):
            status = _F.CANCELLED
        elif found.failed and outcome is Outcome.POSTPONED:
            continue  # "a bid to shelve it was defeated": no step was put off
        elif found.failed and (mention.decides or mention.type in _MOVED):
            outcome = Outcome.REJECTED
        elif found.failed:
            status = _F.DENIED
        elif found.why == "not" and status is _F.DENIED and _lacked(draft, mention):
            status, outcome = _F.HAPPENED, Outcome.REJECTED
        if status is _F.REQUIRED and found.why == "had" and mention.type in _COMPELLED:
            status = _F.HAPPENED  # "the text had to travel back to the deputies"
        if found.why == VOTED_WHETHER or _came_up(draft.token(mention.place)):
            outcome = None
        if (status.lies_ahead or found.why == "is at") and outcome is not Outcome.POSTPONED:
            outcome = None
        if mention.type in SPEECH and (not status.is_fact or by_promise(draft.token(mention.place))):
            continue  # "kept his promise to sign it" tells no promise
        if mention.type is EventType.JUDICIAL_REVIEW and found.why == "not" and _cannot(draft, mention):
            continue  # "the ruling cannot be appealed"
        if _only_meant(draft, mention):
            if mention.type not in _ENDS or _ended(draft, mention):
                continue
            status, outcome = _F.REQUIRED, None
        if status is _F.HAPPENED and mention.type is EventType.WITHDRAWAL and _agreed_to(draft, mention):
            status, found = _F.PROMISED, replace(found, why="agreed to")
        if status is _F.HAPPENED and mention.type is EventType.DRAFTING and _pledged(draft, mention):
            status = _F.PROMISED
        if found.why in _GOING and _is_own_suit(mention):
            status = _F.PROMISED  # "the party will take it to court"
        if status is _F.SCHEDULED and mention.type is EventType.ASSENT and _is_law_only_once(draft, mention):
            status = _F.REQUIRED
        if mention.type is EventType.ASSENT and outcome is Outcome.POSTPONED and status.is_fact:
            status = _F.CANCELLED  # "the president put the law on ice"
        if status is _F.CANCELLED and (mention.decides or mention.type in _ENDS | _SITTINGS):
            outcome = Outcome.POSTPONED
        because = (*mention.because, f"{status}: {found.why}")
        judged.append(replace(mention, status=status, outcome=outcome, because=because))
    return replace(draft, mentions=tuple(_chained(draft, _vetoed_before(draft, judged))))


def _kind(draft: Draft, mention: EventMention) -> str:
    """Return the kind of a sentence; entries of live reports tell the past as headlines do, as does a line
    below the headline in which a bill goes without an article ("Rent bill clears committee, but its fate is
    open").
    """
    tree, clause = draft.tree(mention.place), draft.token(mention.clause)
    if any(mask.kind == "clock" for mask in tree.masks):
        return "headline"
    if tree.kind == "running" and 0 < mention.place[0] <= _BELOW_THE_HEADLINE and clause.tag_ == "VBZ":
        told = [noun for noun in children(clause, "nsubj") if noun.tag_ == "NN"]
        bare = [noun for noun in told if not children(noun, "det", "nmod:poss", "nummod", "nmod")]
        if any(noun.lemma_.lower() in _COUNTED for noun in bare):
            return "headline"
    return tree.kind


def _told_with(mention: EventMention, judged: list[EventMention]) -> EventMention | None:
    """Return the step whose verb one more shares that leaves it out: "passed it in May, the House in June",
    "and again in June".
    """
    if not mention.because[-1].startswith("and "):
        return None
    kinds = (mention.type, EventType.COMMITTEE)
    return next((m for m in reversed(judged) if m.clause == mention.clause and m.type in kinds), None)


def _vetoed_before(draft: Draft, mentions: list[EventMention]) -> list[EventMention]:
    """Return the mentions with a veto that is still to be overridden or talked over ("an agreement on her
    veto") as one that happened; without it where it is any veto, or is told of elsewhere.
    """
    overrides = {m.place for m in mentions if m.type is EventType.OVERRIDE}
    found = list[EventMention]()
    for mention in mentions:
        token = draft.token(mention.place)
        several = token.dep_ == "nmod" and token.head.lower_ in word_class("some_of") | {"work"}
        above = token.head.head if several else token.head  # "to override some of her vetoes"
        acted_on = (mention.place[0], above.i) in overrides or _is_talked_over(token)
        if mention.type is EventType.VETO and acted_on and not mention.status.is_fact:
            if not is_definite(token) or _told_apart(mention, mentions):
                continue
            because = (*mention.because, "happened: to be overridden")
            mention = replace(mention, status=_F.HAPPENED, because=because)
        found.append(mention)
    return found


def _is_talked_over(veto: Token) -> bool:
    """Whether somebody's veto is what is talked of: "seek a deal on the governor's veto"."""
    told = veto.dep_ == "nmod" and veto.head.lemma_.lower() in word_class("goes_its_course")
    return told and bool(children(veto, "nmod:poss"))


def _told_apart(mention: EventMention, mentions: list[EventMention]) -> bool:
    """Whether another mention tells of the same step."""
    return any(
        m.place != mention.place and m.type is mention.type and m.bill == mention.bill for m in mentions
    )


def _is_law_only_once(draft: Draft, mention: EventMention) -> bool:
    """Whether a bill is told to become law only once something else is done."""
    only = any(c.lower_ == "only" for c in children(draft.token(mention.clause), "advmod"))
    return only and mention.because[0].startswith(("become-law", "will-be-law"))


def _is_own_suit(mention: EventMention) -> bool:
    """Whether a party or a group goes to court with a law: what it says it will do is a pledge."""
    return mention.because[0].startswith(("go-to-court by party", "go-to-court by group"))


def _without_vote(draft: Draft, mention: EventMention) -> bool:
    """Whether a decision failed for want of a vote: "was unable to vote", "failed to pass it, as there was no
    quorum".
    """
    voting = draft.token(mention.place).lemma_.lower() in word_class("decisions_left_out")
    let = draft.token(mention.clause).lemma_.lower() in word_class("lets")  # "refused to let it go ahead"
    return voting or let or any(token.lower_ == "quorum" for token in draft.tree(mention.place).doc)


def _ended(draft: Draft, mention: EventMention) -> bool:
    """Whether the article tells what the one who was to sign a bill made of it."""
    return any(
        other.bill == mention.bill
        and other.type in (EventType.ASSENT, EventType.VETO, EventType.RETURN, EventType.OVERRIDE)
        and not is_purpose(draft.token(other.place))
        for other in draft.mentions
    )


def _is_put_down_for(draft: Draft, mention: EventMention) -> bool:
    """Whether a step is put on an agenda for a day to come: "was placed on the agenda for Tuesday", "has been
    put on the order paper".
    """
    clause = draft.token(mention.clause)
    if not mention.because[-1].startswith("onto-the-"):
        return False
    days = (noun for mark, noun in obliques(clause) if mark == "for")
    perfect = bool({"has", "have"} & set(auxiliaries(clause)))
    return perfect or any(noun.lower_ in word_class("calendar") for noun in days)


def _is_due(draft: Draft, mention: EventMention) -> bool:
    """Whether a step is told as due: "was due for its third reading", "has been listed for passage"."""
    clause = draft.token(mention.clause)
    return clause.lower_ == "due" or clause.lemma_.lower() in word_class("sets_down")


def _lacked(draft: Draft, mention: EventMention) -> bool:
    """Whether a bill did not get the majority that it needed."""
    token, clause = draft.token(mention.place), draft.token(mention.clause)
    if mention.because[0].startswith("gets-the-"):
        return "did" in auxiliaries(clause)
    if mention.type is EventType.AMENDMENT and mention.because[0].startswith("amendment-adopted"):
        return bool({"was", "were"} & set(auxiliaries(clause)))  # "her amendment was not adopted"
    if token.lemma_.lower() != "majority":
        return False
    found_none = token != clause and is_finite_past(clause) and any(c.lower_ == "no" for c in token.children)
    return found_none or bool({"did", "could"} & set(auxiliaries(clause)))


def _only_meant(draft: Draft, mention: EventMention) -> bool:
    """Whether a step is only what something past was done for, or what the bill is to become: "sent to the
    president for assent", "must pass a third reading to become law".
    """
    token, clause = draft.token(mention.place), draft.token(mention.clause)
    if (
        token.pos_ == "NOUN"
        and is_purpose(token)
        and not (_came_up(token) or token.head.lemma_ in word_class("heads_for"))
    ):
        return by_tense(clause_of(token), "running").status is _F.HAPPENED and not by_modal(clause_of(token))
    if mention.type is EventType.VETO and token.pos_ == "NOUN" and token.head.lemma_.lower() == "override":
        return bool({c.lower_ for c in children(token, "det")} & {"a", "any"})  # "would override a veto"
    becomes = mention.type is EventType.ASSENT and token.lemma_.lower() == "become"
    let = clause.head.lemma_.lower() in word_class("lets") or is_yet_to(clause)
    ahead = clause.dep_ != "acl" and class_of(clause.head) in _LOOKS_AHEAD  # "is expected to become law"
    ahead = ahead and "had" not in auxiliaries(clause.head)  # "the day on which many had expected it to"
    told = let or ahead
    return becomes and not told and is_infinitive(clause) and clause.dep_ in ("advcl", "xcomp", "acl")


def _came_up(vote: Token) -> bool:
    """Whether a vote is what a bill came up for, whatever came of it: "came up for a vote on Friday"."""
    return vote.pos_ == "NOUN" and vote.head.lemma_ == "come" and vote.head.following == "up"


def _cannot(draft: Draft, mention: EventMention) -> bool:
    """Whether a step is one that nobody may take."""
    return bool({"can", "ca"} & set(auxiliaries(draft.token(mention.clause))))


def _pledged(draft: Draft, mention: EventMention) -> bool:
    """Whether a bill is only promised by the verb that names it: "promised legislation"."""
    return class_of(draft.token(mention.place)) == "promised"


def _agreed_to(draft: Draft, mention: EventMention) -> bool:
    """Whether somebody only said that they would do it: "the party agreed to withdraw the bill"."""
    clause = draft.token(mention.clause)
    return is_infinitive(clause) and clause.head.lemma_.lower() in ("agree", "consent", "resolve", "promise")


def _chained(draft: Draft, mentions: list[EventMention]) -> list[EventMention]:
    """Return the mentions with *required* handed on along "after that it will be …" within two sentences."""
    afterwards = tuple(sorted(status_words()["sequence"]["then"]))
    required, found = dict[int | None, int](), list[EventMention]()
    for mention in mentions:
        index, since = mention.place[0], required.get(mention.bill)
        opening = draft.tree(mention.place).sentence.text[:40].lower()
        opening = "" if opening.startswith(("later this", "later today", "later on", "later in")) else opening
        beside = any(
            e.place[0] == index and e.status is _F.REQUIRED and e.bill == mention.bill for e in found
        )
        sequel = since is not None and index - since <= 2 and (beside or opening.startswith(afterwards))
        if sequel and mention.status is _F.SCHEDULED and mention.type in _SEQUEL:
            because = (*mention.because, "required: follows a required step")
            mention = replace(mention, status=_F.REQUIRED, because=because)
        if mention.status is _F.REQUIRED and mention.type.is_stage:
            required[mention.bill] = index
        found.append(mention)
    return found
