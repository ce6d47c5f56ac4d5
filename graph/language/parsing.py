"""Articles into sentences with names and dependency trees.

A sentence goes to the parser as a list of words of our own: names, bill numbers and the titles of laws are
one word each, party tags and asides are left out, headlines have the case of running text. Every word keeps
its span in the article, so evidence stays exact.
"""

from __future__ import annotations

import re
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from graph.language.apart import put_together
from graph.language.casing import recased, spellings, stand_ins, unknown_verbs
from graph.language.known_names import is_known_body
from graph.language.lemmas import lemmas
from graph.language.masks import Mask, masks
from graph.language.mending import mend
from graph.language.names import (
    Label,
    Name,
    Token,
    after_offices,
    mended,
    spread,
    surname,
    without_overlaps,
)
from graph.language.pipeline import is_common, load_pipeline
from graph.language.portfolios import after_portfolios
from graph.language.recognizing import BATCH, model_names, typed
from graph.language.rejoining import rejoin
from graph.language.sentences import LONGEST, cut, goes_on
from graph.language.tied_words import tied
from graph.language.tree import Text, Tree
from graph.language.words import Doc
from graph.lexicons import load_lexicon
from graph.model import Article, Part, Sentence
from graph.terms import SentenceUse

_LONGEST_WORD = 120
"""Characters. Beyond it spaCy's tokenizer turns quadratic on unspaced marks; no word of any language is as
long.
"""
_HEADING = 14
"""Blanks; a longer line without a stop is no heading."""
_MOST_WORDS = 400
"""Words of one sentence; a longer one is no sentence of news."""
_CLAUSE = re.compile(r"[^\s;](?:[^;]*[^\s;])?")
_CREDIT = re.compile(
    r"(?:file )?(?:photo(?:graph)?|image|picture|credit|source)s?\b\s*(?::|by\b|/)", re.IGNORECASE
)
_COMES_FROM = re.compile(
    r"\b(?:[Rr]epublican|[Dd]emocrat|[Ii]ndependent|lawmaker|legislator|senator|representative) from\s$"
)
"""Behind these stands where somebody is from: "a Republican from | Flower Mound"."""
_lock = threading.Lock()


@dataclass(frozen=True, slots=True)
class Chosen:
    """A sentence that is to have a tree, of a kind as that of `Tree`, in tokens."""

    sentence: Sentence
    kind: str
    tokens: list[Token]


def _tokens(text: str, start: int) -> list[Token]:
    """Return the words of a sentence with their offsets; `start` is the offset of the sentence."""
    tokenizer = load_pipeline().tokenizer
    if max(map(len, text.split()), default=0) <= _LONGEST_WORD:
        rows = tokenizer(text).to_array(["IDX", "LENGTH", "IS_SPACE"]).tolist()
        return tied(
            [(text[at : at + long], start + at, start + at + long) for at, long, blank in rows if not blank]
        )
    return [
        (chunk.group()[:_LONGEST_WORD], start + chunk.start(), start + chunk.end())
        for chunk in re.finditer(r"\S+", text)
    ]


def _everyday(name: Name) -> bool:
    """Whether the model takes a common word for a person ("Members", "Recap"), or the "S." of a number."""
    if name.label == "PERSON" and len(name.text.strip(".")) < 2:
        return True
    return name.label == "PERSON" and name.text.isalpha() and is_common(name.text.lower())


def _names(
    part_text: str, tokens: list[list[Token]], modelled: list[list[tuple[int, int, Label]]]
) -> list[Name]:
    """Return the names of a part, from the model's spans in each sentence and from offices."""
    everyday, _ = spellings(part_text)
    found = list[Name]()
    for words, entities in zip(tokens, modelled, strict=True):
        titled = after_offices(words, part_text, is_common)
        titled += after_portfolios(words, part_text, is_common)
        here = without_overlaps([*titled, *mended(words, entities, part_text, is_common)])
        first = words[0][1]
        found += [
            n
            for n in here
            if n.known or not (_everyday(n) or (n.start == first and n.text.lower() in everyday))
        ]
    return [replace(name, label="PLACE") if _is_home(name, part_text) else name for name in found]


def _is_home(name: Name, text: str) -> bool:
    """Whether a name that the model takes for a person's says where one is from."""
    return name.label == "PERSON" and bool(_COMES_FROM.search(text, max(0, name.start - 24), name.start))


def _is_one_word(name: Name) -> bool:
    """Whether the parser sees a name as one word: a person's, and a party's or chamber's that no dictionary
    has ("Fine Gael"), that joins words as a sentence does ("Law and Justice") or ends in no noun.
    """
    words = name.text.split()
    if len(words) < 2 or name.label == "PERSON":
        return len(words) > 1 or surname(name.text) != name.text
    joined = bool({"and", "for"} & set(words))
    plain = is_common(words[-1].lower()) and not _ends_in_no_noun(name)
    return is_known_body(name.text) and (joined or not plain)


def _ends_in_no_noun(name: Name) -> bool:
    """Whether the last word of a name would be no noun to the parser ("New Zealand First")."""
    return name.text.split()[-1].lower() in load_lexicon("english")["names"]["no_nouns"]


def _word_of(name: Name) -> str:
    """Return the word that the parser sees for a name: its last one, where that is a noun."""
    return "Party" if _ends_in_no_noun(name) else surname(name.text)


def _words_for_parser(
    tokens: list[Token], names: Sequence[Name], hidden: Sequence[Mask]
) -> tuple[list[str], list[tuple[int, int]]]:
    """Return the words that the parser sees, and the span of each."""
    stretches = [(mask.start, mask.end, mask.word) for mask in hidden]
    stretches += [
        (name.start, name.end, _word_of(name))
        for name in names
        if _is_one_word(name) and not any(mask.start < name.end and name.start < mask.end for mask in hidden)
    ]
    stretches.sort()
    words, spans, index = list[str](), list[tuple[int, int]](), 0
    for word, start, end in tokens:
        while index < len(stretches) and stretches[index][1] <= start:
            index += 1
        inside = index < len(stretches) and stretches[index][0] < end
        if not inside:
            words.append(typed(word))
            spans.append((start, end))
        elif stretches[index][2] and (not spans or spans[-1] != stretches[index][:2]):
            words.append(stretches[index][2])
            spans.append(stretches[index][:2])
    return words, spans


def _kind(article: Article, part: Part, start: int, end: int) -> str:
    if part == "title":
        return "headline"
    for passage in article.set_aside:
        if start < passage.end and passage.start < end:
            return passage.kind
    loose = article.text[end - 1].isalnum() and (
        goes_on(article.text, end) or _is_heading(article.text, start, end)
    )
    return "headline" if loose else "running"


def _is_heading(text: str, start: int, end: int) -> bool:
    """Whether a sentence without a stop is a short line of its own with others before and behind it."""
    alone = text[:start].endswith("\n") and text[end:].strip() != ""
    return alone and text[start:end].count(" ") < _HEADING


def _clauses(title: str) -> Iterator[tuple[int, int]]:
    """Yield the sentences of a headline, cut at semicolons too: "House backs bill; Senate next"."""
    for start, end in cut(title):
        for found in _CLAUSE.finditer(title, start, end):
            yield found.span()


def _readable(article: Article) -> Iterator[tuple[Sentence, str]]:
    """Yield each sentence with the kind of passage it stands in; what is not to be parsed says why."""
    for part in ("title", "text"):
        text = article.part(part)
        for start, end in _clauses(text) if part == "title" else cut(text):
            kind = _kind(article, part, start, end)
            sentence = Sentence(part, start, end, text[start:end])
            if end - start > LONGEST:
                reason = f"longer than {LONGEST:,} characters"
                sentence = Sentence(part, start, end, text[start:end], SentenceUse.SET_ASIDE, reason)
            elif kind == "caption" and _CREDIT.match(sentence.text):
                sentence = Sentence(part, start, end, text[start:end], SentenceUse.SET_ASIDE, "photo credit")
            elif (
                part == "title"
                and text
                and article.text.startswith(text)
                and goes_on(article.text, len(text))
            ):
                sentence = Sentence(
                    part, start, end, text[start:end], SentenceUse.SET_ASIDE, "opens the text"
                )
            elif kind not in ("headline", "running", "caption"):
                sentence = Sentence(part, start, end, text[start:end], SentenceUse.SET_ASIDE, kind)
            yield sentence, kind


def parse(article: Article, chosen: Callable[[Sequence[Chosen]], object] | None = None) -> Text:
    """Return the article's sentences with names and dependency trees.

    Sentences that are too long, or stand in a byline, a share line and the like, have no tree; they are
    returned as set aside, with the reason.

    Args:
        article: what to parse.
        chosen: is given the sentences that will have a tree, in their order, before they are parsed.

    Raises:
        ModelError: the language model cannot be loaded.
    """
    with _lock:
        return _parse(article, chosen)


def _parse(article: Article, begin: Callable[[Sequence[Chosen]], object] | None) -> Text:
    sentences = list(_readable(article))
    body = article.text
    for sentence, kind in sentences:
        if sentence.part == "text" and kind == "headline":
            heading = recased(sentence.text, article.text, is_common)
            body = body[: sentence.start] + heading + body[sentence.end :]
    parts: dict[Part, str] = {"title": recased(article.title, article.text, is_common), "text": body}
    chosen = list[Chosen]()
    skipped = list[Sentence]()
    for sentence, kind in sentences:
        if sentence.use is SentenceUse.SET_ASIDE:
            skipped.append(sentence)
            continue
        tokens = _tokens(parts[sentence.part][sentence.start : sentence.end], sentence.start)
        if not tokens or len(tokens) > _MOST_WORDS:
            reason = f"more than {_MOST_WORDS} words" if tokens else "no words"
            skipped.append(
                Sentence(
                    sentence.part, sentence.start, sentence.end, sentence.text, SentenceUse.SET_ASIDE, reason
                )
            )
            continue
        chosen.append(Chosen(sentence, kind, tokens))
    if begin is not None:
        begin(chosen)
    names = _all_names(parts, chosen)
    inside = [
        tuple(n for n in names[s.part] if s.start <= n.start < s.end)
        for s in (one.sentence for one in chosen)
    ]
    hidden = [tuple(masks(parts[s.part], s.start, s.end)) for s in (one.sentence for one in chosen)]
    prepared = [
        _words_for_parser(one.tokens, here, covered)
        for one, here, covered in zip(chosen, inside, hidden, strict=True)
    ]
    trees = list[Tree]()
    for one, (_, spans), here, covered, doc in zip(
        chosen,
        prepared,
        inside,
        hidden,
        _parsed(
            (words, stand_ins(words) if one.kind == "headline" else unknown_verbs(words))
            for (words, _), one in zip(prepared, chosen, strict=True)
        ),
        strict=True,
    ):
        trees.append(Tree(one.sentence, one.kind, doc, tuple(spans), here, covered))
    return Text(article, tuple(trees), tuple(skipped))


def _all_names(parts: dict[Part, str], chosen: list[Chosen]) -> dict[Part, list[Name]]:
    """Return the names of each part; persons known from one part are found in the other too."""
    found = dict[Part, list[Name]]()
    everyone = list[Name]()
    modelled = model_names([one.tokens for one in chosen])
    for part in ("text", "title"):
        own = [n for n, one in enumerate(chosen) if one.sentence.part == part]
        spans = [(chosen[n].sentence.start, chosen[n].sentence.end) for n in own]
        names = _names(parts[part], [chosen[n].tokens for n in own], [modelled[n] for n in own])
        found[part] = spread(names, parts[part], spans, everyone)
        everyone = names
    return found


def _parsed(sentences: Iterable[tuple[list[str], dict[int, tuple[str, str]]]]) -> Iterator[Doc]:
    """Yield the tree of each sentence; where stand-ins were parsed, it has the article's own words again."""
    from spacy import tokens as spacy_tokens

    pipeline = load_pipeline()
    docs = (
        (
            spacy_tokens.Doc(pipeline.vocab, words=[instead.get(i, (w,))[0] for i, w in enumerate(words)]),
            (words, instead),
        )
        for words, instead in sentences
    )
    lemmatizer, apart = pipeline.get_pipe("lemmatizer"), ["ner", "lemmatizer"]
    for parsed, (words, instead) in pipeline.pipe(docs, as_tuples=True, batch_size=BATCH, disable=apart):
        doc = Doc.of(parsed, words, lemmas(parsed, lemmatizer))  # type: ignore[arg-type]
        for place, (_, lemma) in instead.items():
            doc[place].lemma_ = lemma if lemma[-1:].isalpha() else lemma + doc[place].lemma_
        mend(doc, is_common)
        rejoin(doc)
        put_together(doc)
        yield doc
