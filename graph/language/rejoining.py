"""Join again what the parser tore out of one phrase: two nouns read as two things, the second of two persons
with one title, the particle behind an object, who is to do what an infinitive tells.
"""

from __future__ import annotations

from graph.language.regrouping import (
    about_the_law,
    let_lapse,
    list_objects,
    speaker_means,
    turn_round,
)
from graph.language.relatives import what_is_told
from graph.language.words import Doc, Token
from graph.lexicons import load_lexicon

_DECIDES_TO = frozenset(("vote", "agree", "decide", "refuse", "decline"))
_SELVES = frozenset(("himself", "herself", "itself", "themselves"))
_DEEDS = frozenset(("ratification", "approval", "adoption", "rejection", "passage", "endorsement", "veto"))
_PACTS = ("treaty", "convention", "protocol", "agreement", "pact", "charter", "constitution", "statute")
_SHARES = ("most", "all", "some", "many")


def rejoin(doc: Doc) -> None:
    """Mend the words of a sentence and their tree in place."""
    texts = load_lexicon("english")["behind_bill"]["nouns"]
    done = load_lexicon("english")["behind_lords"]["nouns"]
    times = [*load_lexicon("english")["units"]["days"], *load_lexicon("english")["units"]["nouns"]]
    wills = load_lexicon("english")["control"]["wills"]
    for token in doc:
        if token.pos_ in ("ADP", "SCONJ", "PART") and token.tag_ in ("NN", "NNS"):
            token.pos_ = "NOUN"
        if token.tag_ == "NNS" and token.pos_ == "VERB" and token.i and token.nbor(-1).dep_ == "compound":
            _make_plural(token)
        if token.tag_ == "VBD" and token.dep_ == "xcomp" and token.head.lemma_ == "see":
            token.tag_ = "VBN"  # "must see it | passed"
        if (
            token.tag_ == "VBD"
            and token.lower_ == token.lemma_
            and any(c.tag_ == "TO" for c in token.children)
        ):
            token.tag_ = "VB"  # "to quickly | sign it"
        if token.dep_ == "nsubj:outer" and token.head.tag_.startswith("VB") and not _has_subject(token.head):
            token.dep_ = "nsubj"  # "the panel is also considering legislation to ban it"
        if token.dep_ == "dep" and token.following == "of" and token.lower_ in _SHARES:
            token.dep_ = "obj"  # "rejected on Monday most of the amendments"
        if token.lower_ in _SELVES and token.dep_ == "obl:unmarked":
            _free_self(token)
        if token.lower_ in _SELVES and token.dep_ == "nmod:unmarked" and token.head.head is not token.head:
            token.hang(token.head.head, "advmod")  # "put the bill | itself | to the vote"
        if token.is_small:
            continue
        if token.tag_ == "VB" and token.dep_ == "acl":
            _free_aim(token, times)
        if token.dep_ == "acl:relcl":
            _climb(token)
            what_is_told(token)
        if token.dep_ == "acl" and token.preceding == "as":
            _free_form(token)
        _go_on_in_a_row(token)
        if token.following == "out":
            _count_out_of(token)
        if token.head is token and token.tag_ in ("VBN", "VBD"):
            _put_below_main(token)
        if token.lower_ in done and token.i:
            _join_owner(token)
        if token.tag_ == "VBN" and token.dep_ == "appos" and token.preceding == ":":
            token.dep_ = "acl"  # "HB 12: Introduced by Holm, it would …"
        about_the_law(token, texts, times)
        _lift_conjunct(token)
        if token.tag_ == "VBD" and token.dep_ == "conj" and token.head.tag_ == "VBG":
            _go_on_above(token)
        if token.tag_ == "VB" and token.dep_ == "conj":
            _go_on_to(token)
        _free_up(token)
        if token.dep_ == "nmod" and token.head.head.lower_ in _DEEDS:
            _free_from_body(token, texts)
        _make_verb(token)
        _take_subject(token)
        if token.pos_ == "VERB":
            turn_round(token)
            list_objects(token)
            speaker_means(token, texts)
            _lift_below_is(token)
            _take_second_subject(token)
        _hang_on_will(token, wills)
        let_lapse(token)
        _free_reading_from_actor(token)


def _free_aim(verb: Token, times: list[str]) -> None:
    """Hang on a decision what it is to do and not on the time between: "voted last week | to debate it"."""
    time = verb.head
    decided = time.dep_.startswith("obl") and time.head.lemma_ in _DECIDES_TO
    if decided and time.lower_ in times and any(c.lower_ == "to" and c.dep_ == "mark" for c in verb.children):
        verb.hang(time.head, "xcomp")


def _free_form(participle: Token) -> None:
    """Hang on the verb the form in which something was decided, not on the last noun before: "backed the law
    on sects | as referred by the house".
    """
    above = participle.head
    while above.dep_ in ("nmod", "obj", "obl", "nsubj:pass") and above.pos_ in ("NOUN", "PROPN"):
        above = above.head
    if participle.tag_ == "VBN" and above.pos_ == "VERB" and above is not participle.head:
        participle.hang(above, "advcl")


def _go_on_to(verb: Token) -> None:
    """Hang the second of two things that are to be done on the first and not on the verb above: "has to read
    the bill and then | sign it".
    """
    above = verb.head
    if above.tag_ == "VB" or any(
        c.dep_ in ("aux", "aux:pass", "cop", "mark", "nsubj") for c in verb.children
    ):
        return
    aims = [c for c in above.children if c.dep_ in ("xcomp", "advcl", "csubj") and above.i < c.i < verb.i]
    aims = [c for c in aims if c.tag_ == "VB" and any(t.lower_ == "to" for t in c.children)]
    if aims:
        verb.hang(aims[-1], "conj")


def _make_plural(noun: Token) -> None:
    """Make a noun of a plural read as a verb: "among the first member | states | to ratify it"."""
    noun.pos_ = "NOUN"
    for child in noun.children:
        if child.dep_ in ("xcomp", "advcl") and any(c.tag_ == "TO" for c in child.children):
            child.dep_ = "acl"
    before = noun.nbor(-1)
    for child in before.children:
        child.hang(noun, child.dep_)


def _free_self(oneself: Token) -> None:
    """Make a relative clause of "the bill that she herself | proposed", read as what the bill says."""
    verb = oneself.head
    that = next((c for c in verb.children if c.lower_ == "that" and c.dep_ == "mark"), None)
    if that is not None and verb.dep_ == "acl" and not any(c.dep_ == "obj" for c in verb.children):
        that.dep_, verb.dep_, oneself.dep_ = "obj", "acl:relcl", "advmod"


def _climb(clause: Token) -> None:
    """Hang a clause that its verb tells to be of one thing, not of several, on the noun in the number of its
    verb: "an amendment on rents, | which was rejected".
    """
    which = next((c for c in clause.children if c.lower_ == "which" and c.dep_.startswith("nsubj")), None)
    one = any(c.lower_ in ("was", "is", "has") for c in clause.children)
    many = any(c.lower_ in ("were", "are", "have") for c in clause.children)
    if which is None or which.i == 0 or which.preceding != "," or one == many:
        return
    part, tags = clause.head, ("NN", "NNP") if one else ("NNS", "NNPS")
    while part.dep_ == "nmod" and part.tag_ not in tags and part.head.pos_ in ("NOUN", "PROPN"):
        part = part.head
    if part is not clause.head and part.tag_ in tags and not any(c.dep_ == "conj" for c in part.children):
        clause.hang(part, "acl:relcl")


def _go_on_in_a_row(participle: Token) -> None:
    """Make the second of three things that are to be done a thing of its own: "will be adopted in July, |
    signed in August and come into force", read as how the first is done.
    """
    verb = participle.head
    if participle.dep_ != "advcl" or participle.tag_ != "VBN" or verb.tag_ != "VBN" or verb.i > participle.i:
        return
    ahead = any(c.tag_ == "MD" for c in verb.children)  # else "was passed, backed by the Greens, and sent"
    own = {"mark", "aux", "aux:pass", "case"} | (set() if ahead else {"obl:agent"})
    alone = not any(c.dep_ in own for c in participle.children)
    third = any(c.dep_ == "conj" and c.i > participle.i for c in verb.children)
    done = any(c.dep_ == "aux:pass" for c in verb.children)
    if alone and third and done and participle.preceding == ",":
        participle.dep_ = "conj"


def _count_out_of(number: Token) -> None:
    """Hang on a number what it counts some out of: "four | out of the nine bills were passed"."""
    if number.i + 3 >= len(number.doc) or number.doc[number.i + 2].lower_ != "of":
        return
    out, whole = number.nbor(), number.nbor().head
    if number.pos_ in ("NUM", "NOUN") and whole.pos_ in ("NOUN", "PROPN") and whole.head is number.head:
        whole.hang(number, "nmod")
        out.hang(number, "advmod")


def _put_below_main(participle: Token) -> None:
    """Make the main clause the head of a participle that opens the sentence: "First proposed in May, | it has
    many friends."
    """
    own = {child.dep_ for child in participle.children}
    finite = participle.tag_ == "VBD" and "obl:agent" not in own
    if (
        finite
        or own & {"aux", "aux:pass", "nsubj", "nsubj:pass", "cc"}
        or any(word.tag_ != "RB" for word in participle.doc[: participle.i])
    ):
        return
    behind = [c for c in participle.children if c.dep_ == "parataxis" and c.i > participle.i]
    subject = next((c for verb in behind for c in verb.children if c.dep_.startswith("nsubj")), None)
    if subject is None or subject.left_edge.i == 0 or subject.left_edge.preceding != ",":
        return
    main = behind[0]
    main.lift()
    for child in [c for c in participle.children if c.i > main.i]:
        child.hang(main, child.dep_)
    participle.tag_ = "VBN"
    participle.hang(main, "advcl")


def _join_owner(done: Token) -> None:
    """Make one phrase of "overturned the Lords | amendment", "threw out Lords | changes", read as two things
    or as what the Lords do.
    """
    before = done.nbor(-1)
    if before.lower_ not in ("lords", "commons") or before.dep_ == "compound" or before.head is before:
        return
    if before.head is done and done.tag_ == "VBZ" and done.dep_ in ("obj", "ccomp"):
        done.tag_, done.pos_, done.lemma_, done.dep_ = "NNS", "NOUN", done.lower_.removesuffix("s"), "obj"
    elif done.tag_ not in ("NN", "NNS") or not (before.head is done.head or before is done.head):
        return
    else:
        done.pos_ = "NOUN"
        done.hang(before.head, before.dep_)
        for child in [c for c in before.children if c is not done and c.i < done.i]:
            child.hang(done, child.dep_)
    before.hang(done, "compound")


def _lift_conjunct(name: Token) -> None:
    """Hang "and Tom Brandt" on "Senators" in "by Senators Ana Holm and Tom Brandt", not on the first name."""
    if name.dep_ != "flat":
        return
    for joined in [child for child in name.children if child.dep_ == "conj"]:
        joined.hang(name.head, "conj")


def _go_on_above(verb: Token) -> None:
    """Hang on its verb what was joined to what a bill does: "vetoed a bill giving aid and | sent it back"."""
    gerund, above = verb.head, verb.head.head
    while gerund.dep_ == "acl" and above.dep_ in ("nmod", "obj", "obl"):
        above = above.head  # "read the law on amending an act and | voted on it"
    told = above.tag_ == "VBD" and above.pos_ == "VERB" and above.i < gerund.i
    its = any(c.dep_ == "obj" and c.lower_ in ("it", "them") for c in verb.children)
    if told and (its or verb.lemma_ in _DECIDES_TO):
        verb.hang(above, "conj")


def _free_up(part: Token) -> None:
    """Hang "up" in "bring the bill up for a vote" on the verb and not on the noun before it."""
    noun = part.head
    if part.lower_ == "up" and part.i == noun.i + 1 and noun.dep_ == "obj" and part.following == "for":
        part.hang(noun.head, "advmod")


def _free_from_body(text: Token, texts: list[str]) -> None:
    """Hang a text on what is done to it and not on who does that: "the ratification by the Danish Senate | of
    the treaty".
    """
    body, of = text.head, any(c.lower_ == "of" and c.dep_ == "case" for c in text.children)
    if of and text.lower_ in (*texts, *_PACTS) and any(c.lower_ == "by" for c in body.children):
        text.hang(body.head, "nmod")


def _make_verb(voting: Token) -> None:
    """Make a verb of "voting" in "joined the House in voting to override the veto"."""
    if voting.lower_ != "voting" or voting.tag_ != "NN" or voting.following != "to":
        return
    below = [child for child in voting.children if child.dep_ == "acl"]
    if not below:
        return
    voting.tag_, voting.pos_, voting.lemma_, voting.dep_ = "VBG", "VERB", "vote", "advcl"
    below[0].dep_ = "xcomp"
    for child in voting.children:
        if child.dep_ == "case":
            child.dep_ = "mark"


def _hang_on_will(verb: Token, wills: list[str]) -> None:
    """Hang an infinitive on the decision that it tells: "condemned her refusal | to sign it"."""
    if verb.tag_ != "VB" or verb.dep_ not in ("advcl", "xcomp"):
        return
    to = [child for child in verb.children if child.dep_ == "mark" and child.lower_ == "to"]
    if not to or to[0].i == 0:
        return
    before = [t for t in verb.doc[: to[0].i] if t.lower_ != "not"]
    noun = before[-1] if before else verb
    if noun.head is verb.head and noun.dep_ == "obj" and noun.lemma_ in wills:
        verb.hang(noun, "acl")


def _take_subject(verb: Token) -> None:
    """Hang "for her" on the infinitive behind it: "sent to the palace for the president to sign"."""
    if verb.tag_ != "VB" or verb.dep_ not in ("acl", "advcl"):
        return
    to = [child for child in verb.children if child.dep_ == "mark" and child.lower_ == "to"]
    noun = to[0].nbor(-1) if to and to[0].i else verb.head
    if noun.dep_ != "nmod" or noun is verb.head:
        return
    for mark in [child for child in noun.children if child.dep_ == "case" and child.lower_ == "for"]:
        noun.hang(verb, "nsubj")
        mark.hang(verb, "mark")


def _take_second_subject(verb: Token) -> None:
    """Hang who acts on a second verb on that: "the House passed it and the Senate | followed suit"."""
    if verb.dep_ != "conj" or verb.tag_ not in ("VBD", "VBZ", "VBP") or verb.i == 0:
        return
    noun = verb.nbor(-1)
    if noun.dep_ == "conj" and noun.head is verb.head and not any("subj" in c.dep_ for c in verb.children):
        for joining in [child for child in noun.children if child.dep_ == "cc"]:
            joining.hang(verb, "cc")
        noun.hang(verb, "nsubj")


def _lift_below_is(participle: Token) -> None:
    """Make the verb of a sentence of "introduced" in "It is to be | introduced", read as what "is"."""
    be = participle.head
    if participle.dep_ not in ("csubj", "xcomp") or be.lemma_ != "be" or be.dep_ != "ROOT":
        return
    it = next((child for child in be.children if child.dep_ == "expl" and child.lower_ == "it"), None)
    if it is None or not any(child.dep_ == "aux:pass" for child in participle.children):
        return
    participle.lift()
    for child in [child for child in be.children if child is not participle]:
        child.hang(participle, "nsubj:pass" if child is it else child.dep_)
    be.hang(participle, "aux")
    be.pos_ = "AUX"


def _free_reading_from_actor(reading: Token) -> None:
    """Take the reading that opens a sentence out of who acts for it: "For the second reading | members filed
    changes".
    """
    actor = reading.head
    if reading.lower_ != "reading" or reading.dep_ != "compound" or actor.tag_ != "NNS":
        return
    if not actor.dep_.startswith("nsubj") or actor.i != reading.i + 1:
        return
    before = [child for child in actor.children if child.i < reading.i]
    if before and before[0].i == 0 and before[0].dep_ == "case":
        reading.hang(actor.head, "obl")
        for word in before:
            word.hang(reading, word.dep_)


def _has_subject(verb: Token) -> bool:
    """Whether a verb has a subject of its own inside the clause around it, or is only what something is."""
    return any(child.dep_ in ("nsubj", "nsubj:pass", "cop", "expl") for child in verb.children)
