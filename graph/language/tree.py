"""A parsed sentence, and the relations of Universal Dependencies read off it.

The functions answer the questions of an extractor: who does it, to whom, through which preposition, is it
denied, who governs it. They look through passives, control, relative and participle clauses, coordination and
apposition, so that rules need not. Labels: https://universaldependencies.org/u/dep/index.html
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import wraps
from typing import TYPE_CHECKING, TypeVar

from graph.language.masks import Mask
from graph.language.names import Name
from graph.lexicons import load_lexicon
from graph.model import Article, Sentence

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

SUBJECTS = ("nsubj", "nsubj:outer", "csubj")
CLAUSES = ("ROOT", "ccomp", "advcl", "acl", "acl:relcl", "advcl:relcl", "xcomp", "conj", "parataxis", "csubj")
_NEGATIONS = frozenset(("not", "n't", "never", "no", "neither", "nor", "hardly", "cannot"))


@dataclass(frozen=True, slots=True)
class Tree:
    """A sentence with its words, each at its span in the article, its names and its dependency tree.

    `kind` is "headline", "running" or "caption".
    """

    sentence: Sentence
    kind: str
    doc: Doc
    spans: tuple[tuple[int, int], ...]
    names: tuple[Name, ...]
    masks: tuple[Mask, ...]

    @property
    def part_start(self) -> int:
        """Offset of the sentence in its part."""
        return self.sentence.start

    def words(self, tokens: Iterable[Token]) -> str:
        """Return the article's own words from the first to the last of the tokens."""
        places = [self.spans[token.i] for token in tokens]
        if not places:
            return ""
        start, end = min(a for a, _ in places), max(b for _, b in places)
        return self.sentence.text[start - self.sentence.start : end - self.sentence.start]

    def span(self, tokens: Iterable[Token]) -> tuple[int, int]:
        """Return the span in the part from the first to the last of the tokens."""
        places = [self.spans[token.i] for token in tokens]
        return min(a for a, _ in places), max(b for _, b in places)

    def tokens_in(self, start: int, end: int) -> list[Token]:
        """Return the tokens that overlap a span of the part."""
        return [
            token
            for token, (begin, stop) in zip(self.doc, self.spans, strict=True)
            if begin < end and start < stop
        ]

    def name_at(self, token: Token) -> Name | None:
        """Return the name that covers a token."""
        start, end = self.spans[token.i]
        return next((name for name in self.names if name.start < end and start < name.end), None)


@dataclass(frozen=True, slots=True)
class Text:
    """An article with the trees of its sentences, in order; `skipped` sentences have none."""

    article: Article
    trees: tuple[Tree, ...]
    skipped: tuple[Sentence, ...] = ()


_Answer = TypeVar("_Answer")


def _kept(read: Callable[[Token], _Answer]) -> Callable[[Token], _Answer]:
    """Keep what a function reads off a word with its sentence, whose tree never changes."""

    @wraps(read)
    def known(token: Token) -> _Answer:
        answers = token.doc.user_data.setdefault(read.__name__, {})
        place = token.i
        if place not in answers:
            answers[place] = read(token)
        answer: _Answer = answers[place]
        return answer

    return known


def dependents(token: Token) -> list[tuple[str, Token]]:
    """Return (label, word) for each direct dependent, in text order."""
    table = token.doc.user_data.get("dependents")
    if table is None:
        table = [[] for _ in token.doc]
        for word in token.doc:
            if word.head.i != word.i:
                table[word.head.i].append((word.dep_, word))
        token.doc.user_data["dependents"] = table
    found: list[tuple[str, Token]] = table[token.i]
    return found


def children(token: Token, *labels: str) -> list[Token]:
    """Return the direct dependents with one of the labels, in text order."""
    return [child for label, child in dependents(token) if label in labels]


@_kept
def lemma(token: Token) -> str:
    """Return the lemma in lower case, with the particle of a phrasal verb ("throw out")."""
    particle = next((child.lower_ for label, child in dependents(token) if label == "compound:prt"), "")
    return f"{token.lemma_.lower()} {particle}".strip()


def conjuncts(token: Token) -> list[Token]:
    """Return the token and what is coordinated with it ("A, B and C" from A)."""
    return list(_conjuncts(token))


@_kept
def _conjuncts(token: Token) -> list[Token]:
    found: list[Token] = []
    queue = [token]
    while queue:
        current = queue.pop(0)
        found.append(current)
        queue.extend(c for c in children(current, "conj") if _alike(token, c))
    return found


def _alike(first: Token, second: Token) -> bool:
    """Whether two words can be coordinated: a finite verb hung on a noun is a parser's slip."""
    nouns = ("NOUN", "PROPN", "PRON", "NUM")
    return not (
        first.pos_ in nouns and second.pos_ == "VERB" and children(second, "nsubj", "obl:agent", "obj")
    )


def phrase(token: Token) -> list[Token]:
    """Return the noun phrase around a head: its subtree without clauses, appositions and coordinated
    phrases.
    """
    left_out = (
        "acl",
        "acl:relcl",
        "appos",
        "conj",
        "cc",
        "punct",
        "parataxis",
        "advcl",
        "cop",
        "nsubj",
        "dep",
        "list",
    )
    found: list[Token] = []
    queue = [token]
    while queue:
        current = queue.pop()
        found.append(current)
        for label, child in dependents(current):
            own_case = label in ("case", "mark", "cc:preconj") and current == token
            outer = current == token and label in (*left_out, "aux", "advmod")
            inner = current != token and label in ("acl", "acl:relcl", "appos", "parataxis")
            if not (own_case or outer or inner):
                queue.append(child)
    return sorted(found, key=lambda t: t.i)


def prepositions(token: Token) -> list[str]:
    """Return the words that mark the role of a noun: "to", "by", "because of"."""
    return list(_prepositions(token))


@_kept
def _prepositions(token: Token) -> list[str]:
    found = list[str]()
    for child in children(token, "case", "mark"):
        found.append(" ".join([child.lower_, *(c.lower_ for c in children(child, "fixed"))]))
    if not found:
        for child in children(token, "nmod:desc", "compound", "det", "amod"):
            found += prepositions(child)
    if not found and token.dep_ == "obl:agent":
        return ["by"]
    if not found and token.dep_ == "conj":
        return prepositions(token.head)
    return found


@_kept
def is_passive(verb: Token) -> bool:
    """Whether a verb is passive, by its auxiliaries and its subject; bare participles after a noun count
    too.
    """
    labels = {label for label, _ in dependents(verb)}
    if labels & {"aux:pass", "nsubj:pass", "csubj:pass"}:
        return True
    if (verb.tag_ == "VBN" or (verb.tag_ == "VBD" and verb.dep_ == "acl")) and "obl:agent" in labels:
        return True
    if (
        verb.tag_ == "VBN"
        and verb.dep_ in ("acl", "amod", "advcl", "xcomp")
        and not has_auxiliary(verb, "have")
    ):
        return True
    if verb.tag_ == "VBN" and verb.dep_ == "conj" and "nsubj" not in labels and "obj" not in labels:
        return is_passive(verb.head) and not has_auxiliary(verb, "have")
    return False


def has_auxiliary(verb: Token, word: str) -> bool:
    """Whether the verb itself carries an auxiliary with this lemma."""
    forms = (word, "having") if word == "have" else (word,)
    return any(child.lemma_.lower() in forms for child in verb.children if child.dep_ in ("aux", "aux:pass"))


def auxiliaries(verb: Token) -> list[str]:
    """Return the auxiliaries in lower case; a coordinated verb without its own shares those of the first."""
    own = [child.lower_ for child in children(verb, "aux", "aux:pass", "cop")]
    if not own and verb.dep_ == "conj" and not children(verb, *SUBJECTS, "nsubj:pass"):
        return auxiliaries(verb.head)
    return own


@_kept
def is_negated(token: Token) -> bool:
    """Whether the word, or the subject or object of it, is negated ("did not", "no party", "never")."""
    for label, child in dependents(token):
        if label in ("advmod", "det", "cc", "neg", "cc:preconj") and child.lower_ in _NEGATIONS:
            return True
        if label in ("nsubj", "obj", "nsubj:pass") and any(
            c.lower_ in ("no", "neither", "none") for c in children(child, "det", "advmod", "cc:preconj")
        ):
            return True
        if label in ("nsubj", "nsubj:pass") and child.lower_ in ("nobody", "none", "neither", "nothing"):
            return True
    return False


def _relative_gap(verb: Token) -> str:
    """Return which part the noun before a relative clause plays in it: "nsubj", "obj", "nsubj:pass" or ""."""
    for label, child in dependents(verb):
        if label in ("nsubj", "nsubj:pass", "obj", "obl", "iobj") and child.lower_ in (
            "which", "that", "who", "whom",
        ):  # fmt: skip
            return label
    labels = {label for label, _ in dependents(verb)}
    if labels & {"nsubj", "csubj"}:
        return "" if "obj" in labels else "obj"
    return "nsubj:pass" if is_passive(verb) else "nsubj"


def subjects(verb: Token) -> list[Token]:
    """Return the heads of the grammatical subject, own or shared, with what is coordinated with them."""
    return list(_subjects(verb))


@_kept
def _subjects(verb: Token) -> list[Token]:
    return _subjects_above(verb, 0)


def _subjects_above(verb: Token, depth: int) -> list[Token]:
    own = children(verb, *SUBJECTS, "nsubj:pass", "csubj:pass")
    relative = [child for child in own if child.lower_ in ("which", "that", "who")]
    if own and not relative:
        return [noun for child in own for noun in conjuncts(child)]
    if depth > 6:
        return []
    head = verb.head
    if verb.dep_ in ("acl:relcl", "acl"):
        return conjuncts(head) if _relative_gap(verb) in ("nsubj", "nsubj:pass") or relative else []
    if relative and verb.dep_ == "conj" and head.dep_ in ("acl:relcl", "acl"):
        return conjuncts(head.head)
    if head == verb:
        return []
    if verb.dep_ == "xcomp" or (verb.dep_ == "advcl" and is_infinitive(verb) and _controls(head, "object")):
        objects = [] if _controls(head, "subject") else children(head, "obj", "iobj")
        return (
            [noun for child in objects for noun in conjuncts(child)]
            if objects
            else _subjects_above(head, depth + 1)
        )
    if verb.dep_ == "conj" and head.pos_ in ("NOUN", "PROPN"):
        head = clause_of(head)
    if verb.dep_ in ("conj", "advcl", "parataxis") and head != verb:
        return _subjects_above(head, depth + 1)
    return []


def _controls(verb: Token, what: str) -> bool:
    """Whether the subject or the object of a verb does what an infinitive below it says ("promised miners to
    bring a bill", "allowed the bill to become law").
    """
    return verb.lemma_.lower() in load_lexicon("english")["control"][what]


def agents(verb: Token) -> list[Token]:
    """Return who does it: the subject of an active verb, the by-phrase of a passive one."""
    return list(_agents(verb))


@_kept
def _agents(verb: Token) -> list[Token]:
    if is_passive(verb):
        return [
            noun
            for child in children(verb, "obl:agent", "obl", "nmod")
            if "by" in prepositions(child)
            for noun in conjuncts(child)
        ]
    return subjects(verb)


def patients(verb: Token) -> list[Token]:
    """Return to whom or what it is done: the object of an active verb, the subject of a passive one."""
    return list(_patients(verb))


@_kept
def _patients(verb: Token) -> list[Token]:
    if is_passive(verb):
        if verb.dep_ in ("acl", "amod") and not children(verb, "nsubj:pass", "nsubj"):
            return conjuncts(verb.head)
        return subjects(verb)
    own = [noun for child in children(verb, "obj") for noun in conjuncts(child)]
    own = [noun for noun in own if noun.lower_ not in ("which", "that", "whom")]
    if own:
        return own
    if verb.dep_ == "acl:relcl" and _relative_gap(verb) == "obj":
        return conjuncts(verb.head)
    if (
        verb.dep_ == "conj"
        and verb.head.dep_ != "ROOT"
        and not children(verb, *SUBJECTS, "obj", "obl", "ccomp")
    ):
        return patients(verb.head) if verb.head.pos_ == "VERB" else []
    if (
        verb.dep_ == "conj"
        and verb.head.pos_ == "VERB"
        and not children(verb, "obj", "ccomp", "xcomp", "obl")
    ):
        return patients(verb.head)  # "debated and approved the bill" read from the left
    shared = [c for c in children(verb, "conj") if c.pos_ == "VERB" and not children(c, *SUBJECTS)]
    if shared and not children(verb, "obl", "ccomp", "xcomp"):
        return [noun for child in children(shared[0], "obj") for noun in conjuncts(child)]
    return []


def obliques(token: Token) -> list[tuple[str, Token]]:
    """Return (preposition, noun) for each oblique or noun modifier, coordinated ones included."""
    return list(_obliques(token))


@_kept
def _obliques(token: Token) -> list[tuple[str, Token]]:
    found: list[tuple[str, Token]] = []
    for child in children(
        token, "obl", "obl:agent", "nmod", "obl:unmarked", "nmod:unmarked", "advmod", "nmod:desc"
    ):
        marks = prepositions(child) or [""]
        found += [(mark, noun) for mark in marks[:1] for noun in conjuncts(child) if noun.pos_ != "ADV"]
    return found


def governors(token: Token) -> Iterator[Token]:
    """Yield the heads from the token upward."""
    while token.head != token:
        token = token.head
        yield token


@_kept
def clause_of(token: Token) -> Token:
    """Return the verb (or other predicate) whose clause the token stands in; a predicate is its own."""
    current = token
    while current.head != current and not (
        current.dep_ in CLAUSES and (current.pos_ in ("VERB", "AUX") or children(current, "cop", *SUBJECTS))
    ):
        current = current.head
    return current


def is_infinitive(verb: Token) -> bool:
    """Whether the verb stands with "to"."""
    return any(child.lower_ == "to" for child in children(verb, "mark", "aux"))


def is_purpose_clause(verb: Token) -> bool:
    """Whether an infinitive stands in "for X to …", however the parser hung "for"."""
    around = [verb, *children(verb, "nsubj", "obl", "nsubj:pass", "obj")]
    if verb.dep_ == "acl":
        around.append(verb.head)
    return is_infinitive(verb) and any(
        child.lower_ == "for" for word in around for child in children(word, "mark", "case")
    )


def is_finite_past(verb: Token) -> bool:
    """Whether the verb is in a finite past or perfect form."""
    if verb.tag_ == "VBD" and not is_infinitive(verb):
        return True
    words = {child.lower_ for child in children(verb, "aux", "aux:pass", "cop")}
    return bool(words & {"was", "were", "had", "has", "have", "did", "been"}) and not words & {
        "will", "would", "may", "might", "could", "can", "should", "must", "shall",
    }  # fmt: skip


def possessors(noun: Token) -> list[Token]:
    """Return who a noun belongs to: "the Senate's vote", "their vote"."""
    return [owner for child in children(noun, "nmod:poss") for owner in conjuncts(child)]
