"""What words mean in one article: the sort of a noun with offices and pronouns resolved, and the bills it is
about.

Frames, positions and readings all ask the same questions; they are answered here.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.extraction.bill_phrases import legislated
from graph.extraction.bodies import is_the_council
from graph.extraction.draft import Draft
from graph.extraction.law_senses import is_the_constitution
from graph.extraction.lexicon import Frame, word_class
from graph.extraction.nouns import own_body_sort, sort_of
from graph.extraction.pointing_back import is_of_an_attempt
from graph.extraction.tallies import find_tallies
from graph.extraction.verb_words import words_of
from graph.extraction.vote_lines import vote_words
from graph.extraction.voters import who_it_was
from graph.language.roles import agents, is_infinitive, is_measure, patients, subjects
from graph.language.tree import Tree, children, conjuncts, lemma, obliques, possessors, prepositions
from graph.lexicons import load_lexicon

if TYPE_CHECKING:
    from graph.language.words import Token

ACTORS = frozenset(load_lexicon("kinds")["actors"]) | {"person", "state", "organisation"}
LAWMAKERS = frozenset(("legislature", "chamber"))
BODIES = LAWMAKERS | {"committee", "court"}
_NOUNS_BELOW = frozenset(("nmod", "obl", "obj"))
_BY_OFFICE = frozenset(("person", "head", "group", "government", "official"))


@dataclass(frozen=True, slots=True)
class Found:
    """A frame that holds at a word.

    Attributes:
        clause: the word that carries tense and time.
        patient: the noun acted on; `bills` are the keys of the bills that means.
        agents, recipients: nouns; `sort` is that of the first agent, "none" without one.
        light: "give", "get", "both" or "": who acts in the verb that carries an event noun.
        why: the word that the frame was found by.
    """

    frame: Frame
    clause: Token
    patient: Token | None = None
    bills: tuple[int, ...] = ()
    agents: tuple[Token, ...] = ()
    recipients: tuple[Token, ...] = ()
    sort: str = "none"
    light: str = ""
    why: str = ""


def _asks_for_change(tree: Tree, token: Token) -> bool:
    """Whether a noun names a change by what it would do: "a proposal to exempt farms", and with figures of a
    vote "an attempt to exempt farms failed by 60 votes to 40".
    """
    word = token.lemma_.lower()
    asked = word in word_class("changes_asked")
    if not asked and word not in word_class("attempts"):
        return False
    below = children(token, "acl", "ccomp")
    if word == "motion":  # a house votes on motions of every sort
        below = [verb for verb in below if verb.lemma_.lower() in word_class("moves_to_change")]
    if any(_is_of_a_law(verb) for verb in below):
        return False  # "a proposal to amend the constitution" is a bill
    told = any(
        verb.pos_ == "VERB"
        and verb.lemma_.lower()
        not in word_class("no_content") | word_class("moved_to") | vote_words()["elsewhere"]
        and any(c.lower_ in ("to", "that") for c in children(verb, "mark"))
        for verb in below
    )
    return told and (asked or _is_refused(tree, token) or bool(find_tallies(tree.sentence.text)))


def _is_of_a_law(change: Token) -> bool:
    """Whether what an infinitive is to change is a law that stands, not a bill."""
    changed = [noun.lemma_.lower() for noun in children(change, "obj")]
    return lemma(change) in word_class("changes_by_words") and bool(word_class("basic_laws") & {*changed})


def _is_refused(tree: Tree, attempt: Token) -> bool:
    """Whether a chamber is told to have refused an attempt: "MPs threw out a bid to weaken the rules"."""
    verb = attempt.head
    refuses = not word_class("refuses_an_attempt").isdisjoint(words_of(verb))
    if attempt.dep_ not in ("obj", "obl", "nsubj:pass") or not refuses:
        return False
    return any(sort_of(tree, noun) in LAWMAKERS for noun in agents(verb))


PANEL = 30
"""How many vote in a committee at most, where no more is known of it."""


def _are_a_house(tree: Tree, members: Token) -> bool:
    """Whether members are those of a house: "members voted 32-15", "64 members voted for it", "members of the
    House backed it", "House members backed it".
    """
    whole = [noun for mark, noun in obliques(members) if mark in ("of", "in")]
    whole += [noun for noun in children(members, "compound") if sort_of(tree, noun) in LAWMAKERS]
    others = [child for child in members.children if child not in whole]
    plain = all(c.dep_ in ("det", "punct") or (c.text.isdigit() and int(c.text) > PANEL) for c in others)
    return plain and all(sort_of(tree, noun) in LAWMAKERS for noun in whole)


def _set_beside(number: Token) -> Token | None:
    """Return the noun that is told to be one of a number: "the Ports Bill is one of seven"."""
    one = number.head
    if number.dep_ != "nmod" or one.lower_ != "one":
        return None
    named = [one.head] if one.dep_ == "appos" else children(one, "nsubj")
    return named[0] if named and named[0].pos_ in ("NOUN", "PROPN") else None


def _is_a_veto(pronoun: Token) -> bool:
    """Whether a pronoun means the veto that its sentence tells before it: "should she veto it, parliament can
    overturn that", "the veto stands, unless two thirds override it".
    """
    verb = pronoun.head
    undone = pronoun.lower_ in ("it", "that", "this") and lemma(verb) in word_class("undoes")
    told = undone and any(word.lemma_.lower() == "veto" for word in verb.doc[: pronoun.i])
    return told and not any(noun.lemma_.lower() in ("court", "judge") for noun in agents(verb))


def _leads_down(word: Token) -> bool:
    """Whether a word is part of what the word above it is for or about."""
    return word.dep_ in _NOUNS_BELOW or is_infinitive(word)


@dataclass(frozen=True, slots=True)
class Scene:
    """An article in which words are looked up."""

    draft: Draft

    def sort(self, index: int, token: Token) -> str:
        """Return the sort of a noun or pronoun of tree `index`, "" for an everyday one."""
        tree = self.draft.text.trees[index]
        if token.pos_ in ("PRON", "DET") and self._is_a_change_moved(index, token):
            return "amendment"
        if token.pos_ == "PRON" and _is_a_veto(token):
            return "veto"
        if token.lower_ == "it" and self._is_a_motion(index, token):
            return "motion"
        if _asks_for_change(tree, token) and self._tells_of_a_bill_before(index, token):
            return "amendment"
        if self.draft.bills.is_mention(index, token):
            return "amendment" if self._proposes_a_change(index, token) else "bill"
        if token.pos_ == "NUM" or token.lemma_.lower() in word_class("shares"):
            inner = [noun for mark, noun in obliques(token) if mark == "of"]
            if token.lower_ == "majority" and any(sort_of(tree, noun) == "party" for noun in inner):
                return "chamber"
            for sort in ("voters", "committee"):
                if any(sort_of(tree, noun) == sort for noun in inner):
                    return sort
            if any(sort_of(tree, noun) in LAWMAKERS or noun.lower_ == "members" for noun in inner):
                return "chamber"
        if token.lower_ == "members" and _are_a_house(tree, token):
            return "chamber"
        sort = own_body_sort(tree, token, self.draft.country) or sort_of(tree, token)
        if sort == "government" and is_the_council(token, self.draft.text.article):
            return "chamber"
        if sort in _BY_OFFICE or token.pos_ == "PRON":
            referent = self.draft.actors.resolve(index, token)
            return referent.acts_as if referent else sort
        return sort

    def _tells_of_a_bill_before(self, index: int, token: Token) -> bool:
        """Whether a bill stands in the article before a word; "approved a proposal to ban it" is of none."""
        start = (index, self.draft.text.trees[index].spans[token.i][0])
        told = token.lemma_.lower() != "proposal" or not legislated(token)
        return told or any(referent.first_seen < start for referent in self.draft.bills.referents)

    def _is_a_change_moved(self, index: int, pronoun: Token) -> bool:
        """Whether a pronoun, of which something was decided, means a change that the clause or the sentence
        before it tells as moved: "offered an amendment, but it was rejected".
        """
        verb = pronoun.head
        able = pronoun.lower_ in ("it", "they", "them", "both")
        if not able or lemma(verb) not in word_class("decides_a_change"):
            return False
        if verb.dep_ in ("conj", "parataxis"):
            place, moving = index, verb.head
        elif verb.dep_ == "ROOT" and index > 0:
            place = index - 1
            roots = (word for word in self.draft.text.trees[place].doc if word.dep_ == "ROOT")
            moving = next((word for word in roots if word.pos_ == "VERB"), verb)
        else:
            return False
        if moving.lemma_.lower() not in word_class("moves_a_change"):
            return False
        number = "NN" if pronoun.lower_ == "it" else "NNS"
        moved = [noun for noun in patients(moving) if noun.tag_ == number]
        return any(self.sort(place, noun) == "amendment" for noun in moved)

    def _is_a_motion(self, index: int, pronoun: Token) -> bool:
        """Whether "it", of which a sentence tells a decision, is the motion on no bill that the sentence
        before tells of: "The motion for longer sittings came from Ann Holm. It was passed by 63 votes to 58."
        """
        verb = pronoun.head
        if index == 0 or verb.dep_ != "ROOT" or pronoun.dep_ != "nsubj:pass" or pronoun.i:
            return False
        before = self.draft.text.trees[index - 1]
        moved = [n for verb in before.doc if verb.dep_ == "ROOT" for n in (*subjects(verb), *patients(verb))]
        motions = [noun for noun in moved if noun.lower_ == "motion"]
        return any(not any(self.draft.bills.is_mention(index - 1, t) for t in n.subtree) for n in motions)

    def _proposes_a_change(self, index: int, token: Token) -> bool:
        """Whether "proposals" of an article with a bill of another name are changes to that."""
        registry = self.draft.bills
        asked = word_class("changes_asked") - {"motion"}
        several = token.tag_ == "NNS" and token.lemma_.lower() in asked
        return several and registry.main is not None and registry.resolve(index, token) is not registry.main

    def acting(self, index: int, tokens: list[Token]) -> list[Token]:
        """Return those of the nouns that are actors; "a majority of 99" only counts them."""
        tokens = [one for token in tokens for one in who_it_was(token)]
        told = [token for token in tokens if self.sort(index, token) in ACTORS]
        return [token for token in told if not (children(token, "nmod") and is_measure(token))]

    def is_person(self, index: int, token: Token) -> bool:
        """Whether a noun or pronoun means people that something can be done to."""
        named = token.lemma_.lower() in word_class("people")
        return named or self.sort(index, token) in ("person", "group", "head")

    def bills_of(self, index: int, token: Token) -> tuple[int, ...]:
        """Return the keys of the bills that a noun means; several for "both bills"."""
        registry = self.draft.bills
        if token.lower_ == "which" and (is_of_an_attempt(token) or self._is_what_it_left(index, token)):
            return ()
        if token.lower_ in ("it", "its") and (self._is_a_motion(index, token) or is_the_constitution(token)):
            return ()
        if several := registry.several(index, token):
            return several
        referent = registry.resolve(index, token)
        if referent is not None:
            return (referent.key,)
        for name in children(token, "appos") if token.pos_ == "NOUN" else ():  # "the companion, HB 12"
            if (named := registry.resolve(index, name)) is not None and named.official:
                return (named.key,)
        if token.dep_ == "appos" and token.lemma_.lower() in word_class("ordinals"):
            return self.bills_of(index, token.head)  # "the Heat Act, the first that she refused to sign"
        if token.pos_ == "NUM" and (one := _set_beside(token)) is not None:
            return self.bills_of(index, one)  # "is one of seven that were dropped"
        if token.pos_ in ("NUM", "PRON", "DET", "ADJ"):  # "four of the bills", "most of it"
            for mark, whole in obliques(token):
                if mark == "of" and (bills := self.bills_of(index, whole)):
                    return bills
        return ()

    def _is_what_it_left(self, index: int, which: Token) -> bool:
        """Whether what something was taken from is no bill: "the list, from | which it was removed"."""
        if "from" not in prepositions(which) or which.i < 3:
            return False
        noun = next((t for t in which.doc[: which.i][::-1] if t.pos_ not in ("ADP", "PUNCT")), which)
        while noun.dep_ == "nmod" and not self.draft.bills.is_mention(index, noun):
            noun = noun.head
        return noun.tag_ in ("NN", "NNS") and not self.draft.bills.is_mention(index, noun)

    def about(self, index: int, token: Token) -> tuple[int, ...]:
        """Return the bills named in what hangs on a word: "an amendment to the bill", "its vote"."""
        for noun in [noun for _, noun in obliques(token)] + possessors(token):
            if bills := self.bills_of(index, noun):
                return (*bills, *self._named_beside(index, noun))
            if noun.lemma_.lower() in word_class("parts") | word_class("articles"):
                return self.about(index, noun)  # "moved changes to two clauses of the Ports Bill"
        main = self.draft.bills.main
        return (main.key,) if main is not None and self._proposes_a_change(index, token) else ()

    def _named_beside(self, index: int, noun: Token) -> list[int]:
        """Return the bills that titles name beside one: "sections of the Ports Act | and the Harbour Act"."""
        registry = self.draft.bills
        joined = (registry.resolve(index, other) for other in children(noun, "conj"))
        return [one.key for one in joined if one is not None and one.titles and not one.members]

    def decided_below(self, index: int, vote: Token) -> tuple[int, ...]:
        """Return the bills of the decision that a vote is for or against: "voted against adopting it"."""
        for decision in children(vote, "advcl", "obl"):
            if any(c.lower_ in ("for", "against") for c in children(decision, "mark", "case")):
                for noun in [*children(decision, "obj"), *(n for _, n in obliques(decision))]:
                    if bills := self.bills_of(index, noun):
                        return bills
        return ()

    def new_bill(self, index: int, noun: Token, sort: str) -> tuple[int, ...]:
        """Return the key of the bill that a noun for what laws do becomes where lawmakers or a head of state
        act on it and no bill was told before: "voted for a ban on furs", "gave the nod to a wealth tax"; of
        the bill told before where it stands for that: "backed the ban".
        """
        acts = sort in LAWMAKERS | {"head"} and noun.pos_ == "NOUN"
        if not acts or noun.lemma_.lower() not in word_class("law_contents") or self.sort(index, noun):
            return ()
        implied = self.implied_bill(index, noun)
        if implied is not None:
            the = any(child.lower_ in ("the", "this") for child in children(noun, "det"))
            return (implied,) if the and not children(noun, "nmod", "amod", "acl") else ()
        return (self.draft.bills.adopt(index, noun).key,)

    def implied_bill(self, index: int, token: Token) -> int | None:
        """Return the bill an event is about that names none: the last one spoken of, else the main one."""
        start = self.draft.text.trees[index].spans[token.i][0]
        referent = self.draft.bills.last_before(index, start)
        return referent.key if referent else None

    def implied_bills(self, index: int, token: Token, clause: Token) -> tuple[int, ...]:
        """Return the bills an event is about that names none: several that its clause speaks of ("they can be
        sent for assent", "ruled that both are void"), else the one implied; none where there is none.
        """
        said = children(clause, "ccomp", "xcomp", "parataxis")
        said += [told for told in children(clause, "obj", "dep") if children(told, "cop")]
        near = [noun for verb in (clause, *said) for noun in (*patients(verb), *subjects(verb))]
        near += [noun for verb in said for _, noun in obliques(verb)]
        parts = [noun for noun in near if noun.lemma_.lower() in word_class("parts")]
        near += [inner for noun in parts for mark, inner in obliques(noun) if mark == "of"]
        for noun in near:
            if len(bills := self.draft.bills.several(index, noun)) > 1:
                return bills
            told = tuple(dict.fromkeys(b for one in conjuncts(noun) for b in self.bills_of(index, one)))
            if len(told) > 1:
                return told  # "the Ports Bill and the Rivers Bill were taken up for debate"
        if named := self._named_below(index, token):
            return named
        implied = self.implied_bill(index, token)
        return () if implied is None else (implied,)

    def _named_below(self, index: int, token: Token) -> tuple[int, ...]:
        """Return the one bill named in what an act is for or about: "to go to conference to reconcile the two
        versions of the Ports Act".
        """
        tree, found = self.draft.text.trees[index], set[int]()
        for mask in tree.masks:
            if mask.kind not in ("title", "number"):
                continue
            for noun in tree.tokens_in(mask.start, mask.end)[:1]:
                above = noun
                while above is not token and above.head is not above and _leads_down(above):
                    above = above.head
                if above is token and noun.i > token.i:
                    found |= set(self.bills_of(index, noun))
        return tuple(found) if len(found) == 1 else ()
