"""Figures of votes, each tally given to the decision that it belongs to.

A tally belongs to the decision that its words hang on, else to the last one told before it in its sentence,
else to the first after it. A sentence that gives only figures ("The count was 322 to 87") tells again of the
last decision before it, and becomes a mention of that. What adds to a tally ("three abstained") fills it up.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from graph.extraction.draft import Draft, EventMention, When
from graph.extraction.figures import (
    bill_before,
    bill_told_since,
    by_sides,
    comes_with,
    falls_short_of_sixty,
    follows_vote,
    for_overriding,
    is_against_a_head,
    is_aside,
    is_by_some,
    is_count,
    is_done_by_some,
    is_doubtful,
    is_earlier,
    is_on_another,
    is_short,
    tells_override,
    voted_down,
    voted_to,
    with_figures,
)  # fmt: skip
from graph.extraction.motions import attempt_told_beside, is_of_a_party, is_supposed, voted_elsewhere
from graph.extraction.tallies import Tally, find_tallies
from graph.extraction.verb_words import words_of
from graph.extraction.vote_lines import Side, vote_words
from graph.language.tree import SUBJECTS, Tree, children, clause_of, conjuncts, governors, lemma
from graph.model import Votes
from graph.terms import DECISIONS, READINGS, EventType, Factuality, Outcome, Role

if TYPE_CHECKING:
    from graph.language.words import Token

_VOTED = DECISIONS | {
    EventType.REFERENDUM, EventType.CONCILIATION, EventType.JUDICIAL_REVIEW, EventType.REPEAL,
    EventType.REFERRAL, EventType.RETURN, EventType.VETO, EventType.LAPSE, EventType.WITHDRAWAL,
}  # fmt: skip
_RARELY = frozenset((
    EventType.REFERRAL, EventType.RETURN, EventType.VETO, EventType.LAPSE, EventType.CONCILIATION,
    EventType.WITHDRAWAL,
))  # fmt: skip
"""Steps that are seldom voted on: they take figures only where no decision stands beside them."""
_BACK = 3
"""Sentences between a decision and the one that gives its figures."""
_CLIMB = 4
_BODIES = ("legislature", "chamber", "committee", "court")


def find_votes(draft: Draft) -> Draft:
    """Return the draft with figures on its decisions, and with the mentions that only carry figures as
    mentions of the decision.
    """
    filling = _Filling(draft, list(draft.mentions))
    for index, tree in enumerate(draft.text.trees):
        if tree.kind != "caption":
            for tally in find_tallies(tree.sentence.text):
                filling.give(index, tree, tally)
    kept = [m for position, m in enumerate(filling.mentions) if position not in filling.echoes]
    return replace(draft, mentions=tuple(sorted(kept, key=lambda m: (m.place, m.type, m.bill or 0))))


@dataclass(slots=True)
class _Filling:
    """The mentions of a draft while they get their figures; `last` are those that got some last."""

    draft: Draft
    mentions: list[EventMention]
    echoes: set[int]
    last: tuple[int, list[int]]

    def __init__(self, draft: Draft, mentions: list[EventMention]) -> None:
        self.draft, self.mentions, self.echoes, self.last = draft, mentions, set(), (-_BACK, [])

    def give(self, index: int, tree: Tree, tally: Tally) -> None:
        """Give one tally of one sentence to a decision, or to nothing."""
        begin, end = tally.span_in(tree.sentence)
        if tells_override(self.mentions, index) and is_against_a_head(tree, end):
            tally = for_overriding(tally)
        if is_supposed(tree, begin, end) or is_of_a_party(self.draft, index, tree, begin, end):
            return
        within = [p for p in self._in_sentence(index) if self._is_carried(tree, p, begin, end)]
        if (other := voted_elsewhere(self.draft, index, tree, begin, end)) is not None:
            self.echoes |= {p for p in self._in_sentence(index) if self._token(p) == other} | set(within)
            return
        if (attempt := attempt_told_beside(tree, begin, end)) is not None:
            tried = [p for p in self._in_sentence(index) if self._token(p).head == attempt and self._takes(p)]
            self._put(index, tried[:1], tally)
            return
        here = [p for p in self._in_sentence(index) if self._takes(p)]
        own = [p for p in here if p not in within and not is_aside(tree, self.mentions[p], end)]
        if self._repeats(index, tally) and not own:
            self.echoes |= set(within)
            return
        if not own and not within and self._is_next(index, tree, tally, begin, end):
            return
        if of_a_bill := self._of_a_later_bill(index, tree, begin):
            self._put(index, of_a_bill, tally)
            return
        if tally.is_rest:
            told = self._following(tree, own, begin, strict=True)
            if self._fill(index, tally):
                self.echoes |= set(within)
            elif told is not None and (0 in tally.figures.values() or comes_with(tree, begin)):
                self.echoes |= set(within)
                self._put(index, self._beside(told), tally)  # "passed with nobody against"
            return
        plain = [p for p in own if self.mentions[p].type not in _RARELY] or own
        carriers = [p for p in plain if self._is_carrier(p)]
        firm = [p for p in plain if p not in carriers]
        found = self._hung_on(tree, plain, begin, end)
        if found is not None and tree.spans[self.mentions[found].place[1]][0] > begin:
            behind = self._following(tree, firm, begin, strict=True)
            found = behind if behind is not None and not follows_vote(tree, begin) else found
        if found is None or (found in carriers and firm and not self._governs(tree, found, firm)):
            found = self._following(tree, firm or plain, begin) if plain else None
            if found in firm and tree.spans[self.mentions[found].place[1]][0] > begin:
                voted = [p for p in carriers if self.mentions[p].place < self.mentions[found].place]
                if voted and children(self.draft.token(self.mentions[found].clause), *SUBJECTS):
                    found = voted[-1]  # "voted 27-13 for the bill after the House passed it"
        if found is not None and found not in carriers:
            self.echoes |= set(within)
            self._put(index, self._beside(found), tally)
            return
        before = self._before(index, carriers + within)
        if before is not None and (found is None or found in carriers):
            self._retell(index, tree, [*carriers, *within], before, tally, begin, end)
        elif found is not None or within:
            self._put(index, self._beside(found if found is not None else within[0]), tally)

    def _is_next(self, index: int, tree: Tree, tally: Tally, begin: int, end: int) -> bool:
        """Whether figures are those of one more amendment, told without a verb ("one failed by 321 to 252,
        the second by 318 to 255"); it becomes a mention of its own.
        """
        here = [self.mentions[p] for p in self.last[1] if self.mentions[p].place[0] == index]
        tokens = tree.tokens_in(begin, end)
        if not here or here[-1].type is not EventType.AMENDMENT or not tokens:
            return False
        last = here[-1]
        if last.votes is None or tally.figures.get("against") is None:
            return False
        because = (*last.because, "one more by its figures")
        self.mentions.append(replace(last, place=(index, tokens[0].i), because=because, votes=None))
        self._put(index, [len(self.mentions) - 1], tally)
        return True

    def _of_a_later_bill(self, index: int, tree: Tree, begin: int) -> list[int]:
        """Return the decision on the bill right before figures, where one on several bills has those of the
        first: "passed the Coal Bill by 70 to 22 and the Fuel Bill by 71 to 20".
        """
        sentence, told = self.last
        bill = bill_before(self.draft, index, tree, begin)
        if sentence != index or bill is None or self.mentions[told[0]].bill == bill:
            return []
        return [p for p in self._beside(told[0]) if self.mentions[p].bill == bill]

    def _takes(self, position: int) -> bool:
        mention = self.mentions[position]
        told = mention.status.is_fact or (mention.status is Factuality.DENIED and not is_doubtful(mention))
        told = told or mention.outcome is Outcome.POSTPONED  # "voted by 214 to 171 to delay it"
        if not self._may_be_voted_on(mention):
            return False
        voted = mention.type in _VOTED or mention.decides
        return voted and mention.votes is None and told and position not in self.echoes

    def _in_sentence(self, index: int) -> list[int]:
        return [p for p, m in enumerate(self.mentions) if m.place[0] == index and p not in self.echoes]

    def _may_be_voted_on(self, mention: EventMention) -> bool:
        """Whether it is no act of one person: a head of state who vetoes or returns a bill."""
        if mention.type not in _RARELY:
            return True
        if voted_to(self.draft.token(mention.place)):
            return True  # "voted 42-4 to commit the bill to a panel"
        agents = [key for key, role in mention.parts if role is Role.AGENT]
        return bool(self._bodies(mention)) or (not agents and mention.type is not EventType.VETO)

    def _repeats(self, index: int, tally: Tally) -> bool:
        """Whether a tally is one that was given before; what it tells besides is added to that."""
        if not tally.has_both or tally.is_bare:
            return False
        one, two = tally.figures["for"], tally.figures["against"]
        for position, mention in enumerate(self.mentions):
            votes = mention.votes
            if votes is None or mention.place[0] == index or {votes.in_favour, votes.against} != {one, two}:
                continue
            if votes.abstain is None and "abstain" in tally.figures:
                full = replace(votes, abstain=tally.figures["abstain"])
                self.mentions[position] = replace(mention, votes=full)
                self.last = (index, [position])
            return True
        return False

    def _token(self, position: int) -> Token:
        return self.draft.token(self.mentions[position].place)

    def _is_carrier(self, position: int) -> bool:
        """Whether a mention tells no more than that there was a vote."""
        token = self._token(position)
        word = words_of(token)[0] if token.pos_ == "VERB" else token.lemma_.lower()
        carries = word in vote_words()["carriers"] or is_count(self.mentions[position])
        return carries and self.mentions[position].type not in READINGS

    def _is_carried(self, tree: Tree, position: int, begin: int, end: int) -> bool:
        token = self._token(position)
        start, stop = tree.spans[token.i]
        counted = token.pos_ == "NOUN" and bool(children(token, "nummod"))  # "of 195 votes cast"
        return self._is_carrier(position) and (counted or (start < end and begin < stop))

    def _governs(self, tree: Tree, position: int, others: list[int]) -> bool:
        """Whether a vote is no part of the clause of any other decision of its sentence."""
        clause = clause_of(self._token(position))
        return all(clause_of(self._token(other)) != clause for other in others)

    def _hung_on(self, tree: Tree, positions: list[int], begin: int, end: int) -> int | None:
        """Return the decision at which the climb from the figures up the tree arrives within a few steps."""
        tokens = tree.tokens_in(begin, end)
        places = {token.i for token in tokens}
        top = next((t for t in tokens if t.head.i not in places or t.head == t), None)
        if top is None:
            return None
        by_word = {self.mentions[p].place[1]: p for p in reversed(positions)}
        for step, current in enumerate((top, *governors(top))):
            if step > _CLIMB:
                return None
            if current.i in by_word and not (begin <= tree.spans[current.i][0] < end):
                return by_word[current.i]
            if lemma(current) in vote_words()["carriers"]:
                for child in children(current, "xcomp", "advcl", "ccomp", "acl"):
                    for word in conjuncts(child):
                        if word.i in by_word:
                            return by_word[word.i]
        return None

    def _following(self, tree: Tree, positions: list[int], begin: int, *, strict: bool = False) -> int | None:
        """Return the last decision before the figures, else (unless strict) the first after them."""

        def at(position: int) -> int:
            return tree.spans[self.mentions[position].place[1]][0]

        behind = [p for p in positions if at(p) < begin]
        if behind:
            return max(behind, key=lambda p: (at(p), -p))
        return min(positions, key=at) if positions and not strict else None

    def _before(self, index: int, told: list[int]) -> int | None:
        """Return the last decision of the sentences before that figures can be about."""
        bodies = {
            key
            for p in told
            if not is_by_some(self.draft.token(self.mentions[p].clause))
            for key in self._bodies(self.mentions[p])
        }
        for back in range(1, _BACK + 1):
            found = [p for p, m in enumerate(self.mentions) if m.place[0] == index - back]
            decided = [p for p in found if self.mentions[p].type in _VOTED and self._is_told(p)]
            decided = [p for p in decided if self._may_be_voted_on(self.mentions[p])]
            decided = [p for p in decided if self.mentions[p].type not in _RARELY] or decided
            fitting = [p for p in decided if self.mentions[p].votes is None]
            if told and any(
                is_on_another(self.draft, self.mentions[told[0]], self.mentions[p]) for p in fitting
            ):
                return None
            fitting = [
                p
                for p in fitting
                if not bodies or not self._bodies(self.mentions[p]) or bodies & self._bodies(self.mentions[p])
            ]
            if fitting:
                firm = [
                    p
                    for p in fitting
                    if not (self._is_carrier(p) or is_earlier(self.draft.token(self.mentions[p].clause)))
                ] or fitting
                return ([p for p in firm if self._bodies(self.mentions[p])] or firm)[-1]
            if any(self.mentions[p].votes for p in decided):
                return None
        return None

    def _is_told(self, position: int) -> bool:
        status = self.mentions[position].status
        denied = status is Factuality.DENIED and not is_doubtful(self.mentions[position])
        return (status.is_fact or denied) and position not in self.echoes

    def _bodies(self, mention: EventMention) -> set[str]:
        referents = self.draft.actors.referents
        return {k for k, role in mention.parts if role is Role.AGENT and referents[k].sort in _BODIES}

    def _beside(self, position: int) -> list[int]:
        """Return all mentions of one trigger that are one decision, on several bills or in two readings."""
        mention = self.mentions[position]
        kinds = READINGS if mention.type in READINGS else (mention.type,)
        return [p for p, m in enumerate(self.mentions) if m.place == mention.place and m.type in kinds]

    def _put(self, index: int, positions: list[int], tally: Tally) -> None:
        tree = self.draft.text.trees[index]
        for position in positions:
            mention = voted_down(self.mentions[position], tally)
            figures = by_sides(self.draft, mention, tally)
            own = self._is_carrier(position) and not mention.because[0].startswith("figures of")
            own = own or (mention.place[0] == index and is_done_by_some(tree, mention, tally))
            if own and not tally.is_pair and tally.has_both:
                mention = replace(mention, outcome=None)  # "23 voted in favour, 14 against": as they say
            if falls_short_of_sixty(self.draft, mention, figures):
                mention = replace(mention, outcome=Outcome.REJECTED)
            self.mentions[position] = with_figures(mention, figures, tally)
        self.last = (index, positions)

    def _fill(self, index: int, tally: Tally) -> bool:
        """Add to the tally told last, in this sentence or a few before it; false where nothing fits."""
        sentence, positions = self.last
        if not positions or index - sentence > _BACK:
            return False
        old = self.mentions[positions[0]].votes or Votes(None, None, None)
        known: dict[Side, int | None] = {"for": old.in_favour, "against": old.against, "abstain": old.abstain}
        if any(known[side] is not None for side in tally.figures):
            return False
        known.update(tally.figures)
        for position in positions:
            votes = Votes(known["for"], known["against"], known["abstain"])
            self.mentions[position] = replace(self.mentions[position], votes=votes)
        return True

    def _retell(
        self, index: int, tree: Tree, told: list[int], before: int, tally: Tally, begin: int, end: int
    ) -> None:
        """Make the mention that carries the figures, or a new one at them, one of the decision before."""
        decision = self.mentions[before]
        if told:
            place, clause = self.mentions[told[0]].place, self.mentions[told[0]].clause
            self.echoes |= set(told)
        else:
            tokens = tree.tokens_in(begin, end)
            if not tokens or (not tally.has_words and not is_short(tree)):
                return
            place, clause = (index, tokens[0].i), (index, clause_of(tokens[0]).i)
        because = (f"figures of “{self._token(before).text}”", f"{decision.status}: figures told")
        made, beside = list[int](), self._beside(before)
        one = bill_told_since(self.draft, [self.mentions[p] for p in beside], index)
        for position in [p for p in beside if self.mentions[p].bill == one] or beside:
            if one in (None, self.mentions[position].bill):
                self._put(index, [position], tally)
            mention = self.mentions[position]
            status = Factuality.HAPPENED if mention.status.is_fact else mention.status
            again = replace(
                mention, place=place, clause=clause, because=(*because, mention.because[-1]), when=When(),
                status=status, after=(), before=(), conditions=(), announces=(),
            )  # fmt: skip
            self.mentions.append(again if one is None else replace(again, bill=one))
            made.append(len(self.mentions) - 1)
            self._put(index, made[-1:], tally)
        self.last = (index, [*(beside if one is None else []), *made])
