"""Words of a sentence as plain objects."""

import datetime as dt
from typing import cast

import pytest
from spacy.pipeline import Lemmatizer

from graph.articles import read_pasted
from graph.language import parse
from graph.language.lemmas import lemmas
from graph.language.pipeline import load_pipeline
from graph.language.words import Doc

PUBLISHED = dt.date(2026, 2, 6)


@pytest.fixture(scope="module")
def doc() -> Doc:
    text = "The lower house, which sat late, passed the bill on Tuesday."
    return parse(read_pasted(text, published=PUBLISHED)).trees[0].doc


def test_a_word_hangs_on_its_head_and_a_root_on_itself(doc: Doc) -> None:
    root = next(word for word in doc if word.head is word)
    assert root.text == "passed"
    assert all(word in word.head.children for word in doc if word is not root)


def test_the_subtree_of_the_root_is_the_sentence_in_order(doc: Doc) -> None:
    root = next(word for word in doc if word.head is word)
    assert root.subtree == list(doc)
    assert root.left_edge is doc[0]
    assert all(root is word or root.is_ancestor(word) for word in doc)
    assert not doc[0].is_ancestor(root)


def test_a_neighbour_beyond_either_end_is_an_error(doc: Doc) -> None:
    assert doc[1].nbor(-1) is doc[0]
    for word, distance in ((doc[0], -1), (doc[len(doc) - 1], 1)):
        with pytest.raises(IndexError):
            word.nbor(distance)


def test_words_tell_what_spacy_tells() -> None:
    parsed = load_pipeline()("Deputies – all 76 of them – didn't pass Bill 10449, she said.")
    ours = Doc.of(parsed)
    for theirs, word in zip(parsed, ours, strict=True):
        told = (theirs.text, theirs.lower_, theirs.lemma_, theirs.tag_, theirs.pos_, theirs.dep_, theirs.i)
        assert told == (word.text, word.lower_, word.lemma_, word.tag_, word.pos_, word.dep_, word.i)
        assert (theirs.is_punct, theirs.is_alpha) == (word.is_punct, word.is_alpha)
        assert [t.i for t in theirs.subtree] == [w.i for w in word.subtree]
        assert [t.i for t in theirs.children] == [w.i for w in word.children]
        assert theirs.head.i == word.head.i


def test_lemmas_looked_up_once_are_those_of_the_lemmatizer() -> None:
    pipeline = load_pipeline()
    text = "The Senators passed the better bills, which Deputies had been passing. He left."
    told = [word.lemma_ for word in pipeline(text)]
    untold = pipeline(text, disable=["lemmatizer"])
    lemmatizer = cast(Lemmatizer, pipeline.get_pipe("lemmatizer"))
    for _ in range(2):
        assert lemmas(untold, lemmatizer) == told
    assert [word.lemma_ for word in Doc.of(untold, lemmas=told)] == told


def test_other_texts_stand_over_the_same_tree() -> None:
    parsed = load_pipeline()("Senators support the bill.")
    ours = Doc.of(parsed, ["Senators", "back", "the", "bill", "."])
    assert [word.text for word in ours] == ["Senators", "back", "the", "bill", "."]
    assert ours[1].tag_ == parsed[1].tag_


@pytest.mark.parametrize("place", [1, 3])
def test_what_is_hung_on_a_word_below_it_changes_places_with_it(place: int) -> None:
    doc = Doc.of(load_pipeline()("Senators support the bill."))
    verb, word = doc[1], doc[3]
    if place == 3:
        verb, word = word, doc[2]
    above = verb.head
    verb.hang(word, "dep")
    assert verb.head is word
    assert word.head is (above if above is not verb else word)
    assert [w.i for w in word.subtree if w is verb] == [verb.i]
    assert all(w in w.head.children for w in doc if w.head is not w)
