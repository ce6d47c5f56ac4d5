"""Everyone in a sentence who may hold a position, with what they do in it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.extraction.draft import Draft
from graph.extraction.lexicon import folded, status_words, word_class
from graph.extraction.nouns import is_time_word
from graph.extraction.other_votes import votes_for_a_person
from graph.extraction.stances.explicit import is_asked
from graph.extraction.stances.words import classes_in, classes_of
from graph.extraction.verb_words import words_of
from graph.language.roles import agents, subjects
from graph.language.tree import Tree, children, lemma, obliques, prepositions

if TYPE_CHECKING:
    from graph.extraction.referents import Referent
    from graph.language.words import Token

_NEVER = frozenset(("bill", "act", "mr", "mrs", "ms", "law"))
_NOBODY = frozenset(("no", "neither", "not"))
"""Words before a noun by which nobody is meant: "no minister", "not one senator"."""
_DID = frozenset(("did", "does", "do", "had", "have", "has"))
_NAMES = ("NNP", "NNPS")
_NOMINAL = ("NOUN", "PROPN", "PRON", "X", "ADJ", "NUM")
_HUMAN = frozenset(("state", "judge", "ask", "praise", "blame", "back", "resist"))
_RANK = {"subject": 0, "owner": 2, "object": 4, "other": 5}


@dataclass(frozen=True, slots=True)
class Candidate:
    """An actor in a sentence.

    Attributes:
        index: the sentence's tree.
        holder: key of the actor's referent.
        token: the word that names the actor; the first word of the sentence where a quotation goes on.
        role: "subject", "by", "owner", "object", a preposition, "continued" or "other".
        predicates: the verbs, adjectives and nouns that tell what the actor does, or the word it hangs on.
    """

    index: int
    holder: str
    token: Token
    role: str
    predicates: tuple[Token, ...]


def _deeds(tree: Tree) -> dict[int, list[Token]]:
    """Return the predicates of a sentence by the position of who acts in them."""
    found: defaultdict[int, list[Token]] = defaultdict(list)
    for token in tree.doc:
        if token.pos_ in ("VERB", "AUX") or (token.children and children(token, "cop", "nsubj")):
            if token.dep_ in ("aux", "aux:pass", "cop") or votes_for_a_person(token):
                continue
            asked = is_asked(token)
            for noun in agents(token) or _inverted(token):
                if asked and noun.i not in {s.i for s in subjects(token.head)}:
                    continue
                if token not in found[noun.i]:
                    found[noun.i].append(token)
    return found


def _inverted(verb: Token) -> list[Token]:
    """Return who is read as told though they tell: "…, said Paul Reid"."""
    if verb.tag_ != "VBD" or lemma(verb) not in status_words()["reporting"]["say"] or verb.doc[0] == verb:
        return []
    return [noun for noun in children(verb, "obj", "ccomp") if noun.pos_ == "PROPN" and verb.i < noun.i]


def _hung(token: Token) -> tuple[str, Token]:
    """Return the role of a noun that acts in nothing, and the word it hangs on."""
    current = token
    while current.dep_ in ("conj", "appos", "flat", "compound", "nmod:desc") and current.head != current:
        current = current.head
    head = current.head
    if current.dep_ == "nmod:poss":
        return "owner", head
    if current.dep_ in ("obj", "iobj", "nsubj:pass"):
        return "object", head
    marks = prepositions(current)
    if marks and current.dep_ in ("obl", "nmod", "obl:agent", "advmod", "obl:unmarked"):
        return marks[0], head
    return "other", head


def _listed(tree: Tree, token: Token, deeds: dict[int, list[Token]]) -> list[Token]:
    """Return what a name does that a list spells out: "six senators voted no: A, B and C", "eleven rebels, A
    among them", "two senators, A and B, voted", "groups including B", "the only ones who voted for it were
    A and B".
    """
    first = token
    if (said := _as_others_did(token, deeds)) or (said := _by_whose_votes(token)):
        return said
    if (naming := _naming(first)) and naming.lemma_.lower() == "include":
        for noun in children(naming, "nsubj"):
            return children(noun, "acl:relcl", "acl") or [noun]
    while first.dep_ in ("conj", "flat", "appos", "parataxis", "list", "dep") and first.head.i < first.i:
        if _is_next_name(first) and first.head.i in deeds:
            return deeds[first.head.i]
        if children(first.head, "cop") and (said := _of_those_who(first.head)):
            return said
        if first.dep_ == "appos" and first.head.tag_ in ("NNS", "NNPS") and first.head.i in deeds:
            return deeds[first.head.i]
        if first.dep_ != "conj" and any(t.text == ":" for t in tree.doc[first.head.i : first.i]):
            return next((verbs for place, verbs in sorted(deeds.items()) if place < first.i), [])
        first = first.head
    if children(first, "cop") and (said := _of_those_who(first)):
        return said
    near = [t.lower_ for t in tree.doc[max(0, first.i - 5) : token.i + 4]]
    if "among" in near and "them" in near:
        return next((verbs for place, verbs in sorted(deeds.items()) if place < token.i), [])
    if "including" in prepositions(first) and first.head.i in deeds:
        return deeds[first.head.i]
    return []


def _is_next_name(name: Token) -> bool:
    """Whether a name read as an apposition is the next one of a list: "Unity, Dawn and Labour voted no"."""
    first = name.head
    if name.dep_ != "appos" or not {name.tag_, first.tag_} <= set(_NAMES):
        return False
    last = [*children(name, "conj"), *children(first, "conj")]
    return any(children(noun, "cc") and noun.tag_ in _NAMES for noun in last)


def _as_others_did(noun: Token, deeds: dict[int, list[Token]]) -> list[Token]:
    """Return what those before did where somebody did so too: "rejected it, as did A", "and so did A"."""
    first = noun.left_edge
    while first.i < noun.i and first.dep_ in ("case", "mark", "punct", "fixed", "det", "cc", "advmod"):
        first = first.nbor()
    if first.i < 3 or first.nbor(-2 if first.preceding != "the" else -3).lower_ not in ("as", "so"):
        return []
    did = first.nbor(-1 if first.preceding != "the" else -2)
    if did.lower_ not in _DID:
        return []
    told = [
        [verb for verb in verbs if verb is not did] for place, verbs in sorted(deeds.items()) if place < did.i
    ]
    return next((verbs for verbs in reversed(told) if verbs), [])


def _by_whose_votes(noun: Token) -> list[Token]:
    """Return the refusal that came about by somebody's votes: "was thrown out with the votes of A and B"."""
    while noun.dep_ == "conj" and noun.head.i < noun.i:
        noun = noun.head
    votes = noun.head
    lent = noun.dep_ == "nmod" and "of" in prepositions(noun) and votes.lemma_.lower() in ("vote", "help")
    decided = votes.dep_ in ("obl", "obl:agent") and {"by", "with"} & set(prepositions(votes))
    refused = not word_class("refuses_an_attempt").isdisjoint(words_of(votes.head))
    return [votes.head] if lent and decided and refused else []


def _naming(noun: Token) -> Token | None:
    """Return the verb whose object a noun is, alone or in a list: "critics include A and B"."""
    while noun.dep_ in ("conj", "flat", "appos") and noun.head.i < noun.i:
        noun = noun.head
    told = noun.dep_ == "obj" or (noun.dep_ in ("obl", "obl:unmarked") and not prepositions(noun))
    return noun.head if told else None


def _of_those_who(noun: Token) -> list[Token]:
    """Return what the subject of "be" is told to do: "the only ones who voted for it were …"."""
    told = children(noun, "nsubj", "nsubj:outer")
    return [verb for subject in told for verb in children(subject, "acl:relcl", "acl")]


def _acts_like_people(draft: Draft, index: int, token: Token, deeds: Sequence[Token]) -> bool:
    """Whether a capitalised noun that no lexicon knows says, wants or judges something."""
    name = draft.text.trees[index].name_at(token)
    return (
        token.pos_ == "PROPN"
        and token.text[:1].isupper()
        and (name is None or name.label != "EVENT")
        and not is_time_word(token)
        and not draft.bills.is_mention(index, token)
        and any(verb.pos_ == "VERB" and is_human(verb) for verb in deeds)
    )


def is_human(verb: Token) -> bool:
    """Whether only people do what a verb tells, alone or with what hangs on it ("come out in favour")."""
    if _HUMAN & set(classes_of(verb)):
        return True
    behind = ([*children(noun, "case"), noun] for _, noun in obliques(verb))
    return any(name in ("back", "resist") for words in behind for _, name in classes_in(words))


def _is_title(draft: Draft, index: int, token: Token) -> bool:
    """Whether a noun is only the office of a person named beside it ("Speaker Anita Among")."""
    if token.dep_ not in ("appos", "nmod:desc", "compound", "flat", "nmod:unmarked"):
        return False
    return _is_person(draft, index, token.head)


def _describes(draft: Draft, index: int, token: Token, referent: Referent) -> bool:
    """Whether a noun only tells what another actor is: "the bill's sponsor, Senator A, said", "A, chair of
    the union, said", "A was the only Conservative to rebel", "Voters in A, the only country to hold one".
    """
    if referent.sort == "person":
        return False
    if token.dep_ == "xcomp" or (children(token, "cop") and (token.tag_ == "NN" or children(token, "det"))):
        return True
    if token.tag_ != "NN":
        return False
    if token.dep_ == "appos" and token.head.tag_ in _NAMES:
        other = draft.actors.resolve(index, token.head)
        return other is not None and other.key != referent.key
    if token.dep_ == "conj" and not children(token, "cc", "det") and _is_person(draft, index, token.head):
        return True
    if token.dep_ == "parataxis" and not children(token, "cop", "nsubj"):
        return True
    named = children(token, "appos") + (children(token.head, "nsubj") if token.dep_ == "nsubj" else [])
    return any(token.i < name.i and _is_person(draft, index, name) for name in named)


def _is_in_content(draft: Draft, index: int, token: Token) -> bool:
    """Whether an actor only stands in what a bill is to do: "a bill to fund the agencies", "allowing families
    to sue".
    """
    below = token
    while below.head is not below:
        below, before = below.head, below
        if before.dep_ == "acl" and before.tag_ in ("VB", "VBG") and draft.bills.is_mention(index, below):
            return before is not token and below.i < token.i
    return False


def _is_person(draft: Draft, index: int, name: Token) -> bool:
    other = draft.actors.resolve(index, name)
    return other is not None and other.sort == "person"


def _modifies(token: Token) -> bool:
    """Whether a noun only describes another one: "NGO activists", "rights and NGO activists"."""
    while token.dep_ == "conj" and token.head != token:
        token = token.head
    return token.dep_ in ("compound", "amod", "flat")


def _is_of_another(draft: Draft, index: int, role: str, head: Token, deeds: dict[int, list[Token]]) -> bool:
    """Whether an actor only tells whose people act: "the Greens' leader said", "members of the Left",
    "A's parents and brothers object", "critics of A".
    """
    if role in ("owner", "of") and head.lemma_.lower() in word_class("people_of"):
        return True
    if role not in ("owner", "of", "from") or head.i not in deeds:
        return False
    other = draft.actors.resolve(index, head)
    return other is not None and (role == "owner" or other.sort != "person")


def _rank(candidate: Candidate) -> tuple[int, int]:
    return (_RANK.get(candidate.role, 3), candidate.token.i)


def opens_quoted(tree: Tree) -> bool:
    """Whether a sentence begins inside a quotation or with one."""
    return tree.sentence.text.lstrip()[:1] in ("“", '"', "‘", "'")


def candidates(draft: Draft) -> Iterator[list[Candidate]]:
    """Yield the candidates of each sentence, one for each actor, those that act first."""
    speaker: str | None = None
    says = status_words()["reporting"]["say"]
    for index, tree in enumerate(draft.text.trees):
        deeds, found = _deeds(tree), dict[str, Candidate]()
        for token in tree.doc:
            if token.pos_ not in _NOMINAL:
                continue
            referent = draft.actors.resolve(index, token)
            if referent is None and _acts_like_people(draft, index, token, deeds.get(token.i, ())):
                referent = draft.actors.adopt(index, token)
            if referent is None or draft.bills.is_mention(index, token) or folded(referent.name) in _NEVER:
                continue
            if token.lemma_.lower() == "majority" and "by" in prepositions(token):
                continue  # how a bill was passed, not by whom
            if any(c.lower_ in _NOBODY for c in token.children) or _describes(draft, index, token, referent):
                continue
            if _is_in_content(draft, index, token):
                continue
            if token.i in deeds:
                candidate = Candidate(index, referent.key, token, "subject", tuple(deeds[token.i]))
            elif listed := _listed(tree, token, deeds):
                candidate = Candidate(index, referent.key, token, "subject", tuple(listed))
            elif _modifies(token) or _is_title(draft, index, token):
                continue
            else:
                role, head = _hung(token)
                if _is_of_another(draft, index, role, head, deeds):
                    continue
                candidate = Candidate(index, referent.key, token, role, (head,))
            old = found.get(referent.key)
            if old is None or _rank(candidate) < _rank(old):
                found[referent.key] = candidate
        speaking = [
            c for c in found.values() if c.role == "subject" and any(lemma(v) in says for v in c.predicates)
        ]
        subjects = any(c.role == "subject" for c in found.values())
        if (
            not speaking
            and speaker is not None
            and speaker not in found
            and (opens_quoted(tree) or not subjects)
        ):
            for root in [token for token in tree.doc if token.head is token][:1]:  # none in "(NAN)"
                found[speaker] = Candidate(index, speaker, tree.doc[0], "continued", (root,))
        if speaking:
            speaker = min(speaking, key=_rank).holder
        elif subjects:
            speaker = None
        yield sorted(found.values(), key=_rank)
