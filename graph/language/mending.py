"""Mend what the parser gets wrong again and again: forms that the treebanks lack, and words hung on the wrong
head where their order leaves no doubt.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache

from graph.language.awaited import comes_first
from graph.language.behind_asides import verb_behind_aside
from graph.language.behind_days import (
    auxiliary_before_day,
    bill_of_its_own,
    day_no_object,
    deed_behind_day,
    doer_before_day,
    midnight_of_a_day,
    one_more_deed,
    set_behind_day,
    verb_behind_day,
    verb_of_a_name,
)
from graph.language.complements import (
    bill_that_does,
    complement_of_noun,
    done_in_a_row,
    object_no_predicate,
    object_of_relative,
    relative_behind_brackets,
    subject_before,
)
from graph.language.compounds import join_before
from graph.language.days import (
    EARLY_OR_LATE,
    act_before_day,
    date_of_next_clause,
    day_from_actor,
    day_of_act,
    describe_before_day,
    free_date_from_actor,
    free_date_from_body,
    free_day_from_bill,
    free_day_from_content,
    session_of_a_day,
    time_pointed_at,
)
from graph.language.describing import describe, describe_behind_time, object_before_verb
from graph.language.doers import acts_with_auxiliary, find_doer, member_of_party
from graph.language.fronted import acts_apart, find_fronted_subject, opening_of_sentence
from graph.language.goals import hang_goals, hang_source, make_goal
from graph.language.hyphens import join_hyphened
from graph.language.infinitives import beside_infinitive, is_to_be_done
from graph.language.items import decide_item, end_list
from graph.language.late_objects import find_late_object, make_noun, object_behind_how, object_behind_in
from graph.language.lengths_of_time import ago_in_relative, find_subject, free_length
from graph.language.listing import (
    bill_behind_plural,
    both_done,
    find_listed,
    named_behind_agenda,
    which_they_are,
)
from graph.language.main_verbs import find_main_verb, main_behind_condition, says_what_is_to_be
from graph.language.participles import read_participle
from graph.language.predicates import told_of_bill
from graph.language.regrouping import (
    doer_behind_time,
    figures_beside,
    go_on_to,
    join_below_modal,
    join_to_signing,
    number_stage,
    object_behind_aside,
    part_from_time,
    second_object,
    time_before_following,
    verb_above,
    what_befell_a_bill,
    who_did_it_to_a_bill,
)
from graph.language.relatives import free_relative, make_relative, relative_of_bill
from graph.language.seen import find_times_of_doers
from graph.language.tasks import find_tasks
from graph.language.words import Doc, Token
from graph.lexicons import load_lexicon

_TAKES_PART = ("nsubj", "nsubj:pass", "obj", "obl", "obl:agent", "nmod", "nmod:poss")
_BE = frozenset(("is", "are", "was", "were"))
_PARTICLES = frozenset(("in", "up", "off", "out", "down", "away"))
_POINTING = frozenset(("that", "this", "last"))
_PRONOUNS = frozenset(("it", "which", "that"))


def mend(doc: Doc, is_common: Callable[[str], bool]) -> None:
    """Mend the words of a sentence and their tree in place.

    Args:
        doc: the sentence, read by nothing else yet.
        is_common: whether a dictionary has a lower-case word.
    """
    lists = _lists()
    lengths, ordinals, stages = lists["nouns"], lists["ordinals"], lists["stages"]
    pointed_at, days, times, bodies = (lists[name] for name in ("pointed_at", "days", "times", "bodies"))
    decides, leads_to, bills = lists["decides"], lists["leads_to"], lists["bills"]
    named, undergoes = bills - _PRONOUNS, lists["undergoes"]
    _mend_forms(doc, is_common)
    acts_apart(doc)
    find_fronted_subject(doc, times)
    verb_behind_aside(doc)
    for token in doc:
        session_of_a_day(token)
        member_of_party(token)
        acts_with_auxiliary(token)
        auxiliary_before_day(token, decides, times)
        doer_before_day(token, times)
        midnight_of_a_day(token, times)
        verb_behind_day(token, decides, lists["goals"], times)
        set_behind_day(token, times)
        deed_behind_day(token, lists["undergoes"], lists["texts"], times)
        verb_of_a_name(token, decides, lists["things"])
        bill_of_its_own(token, decides, times, named)
        bill_behind_plural(token, lists["texts"])
        join_before(token, bills)
    decide_item(doc, decides | lists["undergoes"], named)
    find_main_verb(doc, decides, named, lists["becomes"], lists["goals"])
    describe(doc, named, lists["does"])
    describe_behind_time(doc, named, lists["does"], days)
    for token in doc:
        join_hyphened(token, lists["texts"])
        both_done(token)
        if token.is_small:
            continue
        free_length(token, lengths, named)
        find_subject(token, lengths)
        ago_in_relative(token)
        _free_early_or_late(token)
        _free_time_from_actor(token, pointed_at)
        free_date_from_actor(token, times)
        day_from_actor(token, days)
        day_of_act(token, days)
        free_day_from_bill(token, days, bills)
        free_date_from_body(token, times, lists["goals"])
        main_behind_condition(token)
        comes_first(token)
        says_what_is_to_be(token)
        make_noun(token, ordinals)
        number_stage(token, stages)
        part_from_time(token, times)
        find_listed(token, named)
        end_list(token, named)
        which_they_are(token, named)
        named_behind_agenda(token, lists["texts"])
        object_before_verb(token, named)
        go_on_to(token)
        beside_infinitive(token)
        is_to_be_done(token)
        complement_of_noun(token, lists["texts"])
        object_of_relative(token)
        object_no_predicate(token, decides, named)
        bill_that_does(token, named)
        subject_before(token, named)
        relative_behind_brackets(token)
        done_in_a_row(token, lists["in_a_row"])
        what_befell_a_bill(token, named, undergoes)
        doer_behind_time(token, times)
        object_behind_aside(token)
        figures_beside(token)
        who_did_it_to_a_bill(token, bills)
        relative_of_bill(token, named, undergoes)
        read_participle(token, named, undergoes, lists["enacted"])
        date_of_next_clause(token, times)
        time_pointed_at(token, times)
        second_object(token, lists["gives"], bills)
        time_before_following(token, times)
        day_no_object(token, undergoes, times)
        one_more_deed(token, undergoes)
        join_below_modal(token)
        describe_before_day(token, days)
        act_before_day(token, days)
        find_doer(token)
        hang_goals(token, lists)
        hang_source(token)
        if token.lemma_ in decides and token.pos_ == "VERB":
            find_late_object(token, pointed_at)
        _make_finite(token, times)
        make_goal(token, bodies)
        free_day_from_content(token)
        if token.lower_ == "to":
            find_tasks(token)
        find_times_of_doers(token, times)
        told_of_bill(token, named)
    for token in doc:
        opening_of_sentence(token)
        _free_result(token, leads_to)


@lru_cache(maxsize=1)
def _lists() -> Mapping[str, frozenset[str]]:
    """Return the word lists that the mending asks for, by name."""
    english, texts = load_lexicon("english"), load_lexicon("kinds")["bills"]
    found = {name: frozenset(words) for name, words in english["units"].items()}
    decides = frozenset(english["late_objects"]["verbs"])
    undergoes = decides | found["befalls"]
    return found | {
        "times": frozenset(load_lexicon("words")["calendar"]) | found["pointed_at"],
        "goals": frozenset(w for sort in found["goals"] for w in load_lexicon("kinds")["actors"][sort]),
        "decides": decides,
        "undergoes": undergoes,
        "in_a_row": undergoes | {"commit", "hear", "assign", "report", "order"},
        "bills": frozenset(english["behind_bill"]["nouns"]),
        "ways": found["days"] | {"reading", "vote", "majority", "unanimously"},
        "things": frozenset(
            (*texts["strong"], *texts["weak"], *load_lexicon("kinds")["changes"]["amendment"])
        ),
        "texts": frozenset((*texts["strong"], *texts["weak"])),
        "brings_in": frozenset(load_lexicon("words")["brings_in"]),
        "does": frozenset(load_lexicon("words")["describes_bill"]),
    }


def _mend_forms(doc: Doc, is_common: Callable[[str], bool]) -> None:
    """Give verbs that the treebanks lack their lemma and tag ("vetoed", "overrode"), and nouns that some news
    writes with a capital in the plural the lemma of the singular ("two Bills").
    """
    english = load_lexicon("english")
    forms, auxiliaries, capitals = english["forms"], english["auxiliaries"], english["capitals"]
    nouns, bills = english["units"]["also_nouns"], _lists()["bills"]
    for token in doc:
        if _is_unknown_name(token, is_common):
            token.tag_, token.pos_, token.lemma_ = "NNP", "PROPN", token.text
        adjective = token.tag_ == "JJ" and token.lower_ in nouns and token.dep_ in _TAKES_PART
        if adjective or token.lower_ == "legislation":
            token.tag_, token.pos_ = "NN", "NOUN"  # "goes to the Executive", "approved legislation to cap it"
        if token.pos_ == "VERB" and token.dep_ in _TAKES_PART and token.lower_ in ("veto", "bill"):
            token.tag_, token.pos_ = "NN", "NOUN"  # "gave the marriage | bill | a second reading"
            for given in [c for c in token.children if c.dep_ == "obj"]:
                given.hang(token.head, "obj")
        if token.dep_ in ("acl", "conj", "parataxis"):
            make_relative(token, bills)
        if token.lower_ == "in":
            object_behind_in(token, _lists()["things"], _lists()["brings_in"])
        if token.lower_ == "which":
            free_relative(token, _lists()["days"])
        if token.lower_ in _lists()["ways"]:
            object_behind_how(token, _lists()["things"], _lists()["decides"])
        if token.tag_ == "JJ" and token.lower_ == "stuck":
            for child in token.children:  # "is stuck in committee", read as a passive
                child.dep_ = {"aux:pass": "cop", "nsubj:pass": "nsubj"}.get(child.dep_, child.dep_)
        alone = token.dep_ == "obl" and not token.children and token.lower_ in _PARTICLES
        if alone and token.i == token.head.i + 1 and token.head.pos_ == "VERB":
            token.dep_ = "compound:prt"  # "was handed | in on Monday", "voted | in by 280 members"
        set_for = token.lower_ == "set" and token.following == "for" and token.preceding in _BE
        if set_for and token.tag_ == "JJ":
            token.tag_, token.pos_ = "VBN", "VERB"  # "was amended and is set for a vote"
        if token.lower_ == "clear" and any(child.dep_ == "cop" for child in token.children):
            token.tag_, token.pos_ = "JJ", "ADJ"  # "it was not clear when it would be passed"
        if token.tag_ == "VBZ" and token.dep_ in ("obj", "nmod", "nsubj:pass"):
            token.tag_, token.pos_, token.lemma_ = "NNS", "NOUN", token.lower_.removesuffix("s")
        vetoes = token.lower_ == "veto" and token.tag_ == "NN" and token.dep_ != "compound"
        if vetoes and token.i and token.nbor(-1).tag_ == "TO":
            token.tag_, token.pos_ = "VB", "VERB"  # "has five days to veto or sign it"
            token.dep_ = "advcl" if token.dep_ in ("obl", "nmod", "obj", "xcomp") else token.dep_
            token.nbor(-1).dep_ = "mark"
        if token.lower_ == "veto" and token.dep_ == "compound" and token.i > 1:
            join_to_signing(token)
        if token.tag_ in ("NNPS", "NNP", "NNS"):
            token.lemma_ = capitals.get(token.text, token.lemma_)
        if token.pos_ == "AUX":
            token.lemma_ = auxiliaries.get(token.lower_, token.lemma_)
        if token.text not in forms:
            continue
        lemma, tag = forms[token.text]
        carried = any(child.dep_ in ("aux", "aux:pass", "cop") for child in token.children)
        if token.tag_ == "JJ" and carried:  # "was overthrown", read as an adjective
            for child in token.children:
                child.dep_ = {"cop": "aux:pass", "nsubj": "nsubj:pass"}.get(child.dep_, child.dep_)
        if token.tag_ not in ("VBN", "VBD") or token.lemma_ != lemma:
            bare = token.dep_ in ("acl", "amod") or carried
            token.tag_ = "VBN" if tag == "VBD" and bare else tag
            token.lemma_ = lemma
        if token.dep_ in ("ROOT", "ccomp", "advcl", "acl", "acl:relcl", "conj", "parataxis", "xcomp"):
            token.pos_ = "VERB"


def _is_unknown_name(token: Token, is_common: Callable[[str], bool]) -> bool:
    """Whether a capitalised word that acts or is acted on is in no dictionary ("Greenpeace opposes …")."""
    return (
        token.dep_ in ("nsubj", "nsubj:pass", "obj", "obl:agent")
        and token.tag_ in ("NN", "VB", "VBP", "JJ", "UH", "FW", "RB")
        and token.text.isalpha()
        and token.text[0].isupper()
        and not is_common(token.lower_)
        and token.lower_ not in load_lexicon("english")["names"]["indefinite"]
    )


def _free_early_or_late(part: Token) -> None:
    """Hang "late" before "on Wednesday" on the verb and not on the noun before it."""
    if part.lower_ not in EARLY_OR_LATE or part.dep_ not in ("advmod", "amod") or part.head.i > part.i:
        return
    if part.following != "on":
        return
    above = part.head
    while above.pos_ not in ("VERB", "AUX") and above.head is not above:
        above = above.head
    if above is not part.head:
        part.hang(above, "advmod")


def _free_time_from_actor(part: Token, pointed_at: frozenset[str]) -> None:
    """Take the time out of who acts at it: "that afternoon | members threw out the bill", "just last week |
    Holm tabled it".
    """
    actor = part.head
    if part.lower_ not in pointed_at or part.dep_ != "compound" or not actor.dep_.startswith("nsubj"):
        return
    beside = (*part.children, *actor.children)
    pointing = [c for c in beside if c.i == part.i - 1 and c.lower_ in _POINTING]
    if pointing and actor.i == part.i + 1:
        for word in [c for c in actor.children if c.i < part.i]:
            word.hang(part, word.dep_)
        part.hang(actor.head, "obl:unmarked")


def _free_result(verb: Token, leads_to: frozenset[str]) -> None:
    """Hang what a decision led to on the decision and not on what the bill does: "passed a bill that bans
    them, | sending it to the Senate", "which bans them, and | sent it on".
    """
    content = verb.head
    if content.dep_ != "acl:relcl" or content.i > verb.i or (above := verb_above(content)) is None:
        return
    before = [t.lower_ for t in verb.doc[max(verb.i - 2, 0) : verb.i]]
    led = verb.tag_ == "VBG" and verb.dep_ == "advcl" and verb.lemma_ in leads_to and before[-1:] == [","]
    ahead = any(child.dep_ == "aux" and child.tag_ == "MD" for child in content.children)
    done = verb.tag_ == "VBD" and verb.dep_ == "conj" and ahead and "," in before and above.i < content.i
    if led or (done and not any(child.dep_.startswith("nsubj") for child in verb.children)):
        verb.hang(above, verb.dep_)


def _make_finite(verb: Token, times: frozenset[str]) -> None:
    """Make the verb of a sentence of a participle that has an object of its own or none at all: "the parties
    opposed the bill", "the parties voted against it", read as noun phrases.
    """
    noun = verb.head
    if (
        verb.tag_ not in ("VBN", "VBD")
        or verb.dep_ not in ("acl", "amod")
        or noun.dep_ != "ROOT"
        or noun.i > verb.i
    ):
        return
    labels = {child.dep_ for child in verb.children}
    active = bool(labels & {"obj", "iobj"}) or verb.lemma_ == "vote"
    if not active or "obl:agent" in labels or any(c.dep_ in ("cop", "nsubj") for c in noun.children):
        return
    verb.lift()
    verb.tag_ = "VBD"
    for child in [c for c in noun.children if c.i > verb.i]:
        before = child.left_edge.nbor(-1)
        relative = child.dep_ == "acl:relcl" and before.pos_ in ("NOUN", "PROPN")
        child.hang(before if relative else verb, child.dep_)
    noun.hang(verb, "nsubj")
    free_date_from_actor(noun, times)
