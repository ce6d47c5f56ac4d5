"""Trees that the parser gets wrong again and again, mended."""

import datetime as dt

import pytest

from graph.articles import read_pasted
from graph.language import parse
from graph.language.pipeline import load_pipeline
from graph.language.words import Doc, Token


def read(text: str) -> Doc:
    return parse(read_pasted(text, published=dt.date(2026, 2, 6))).trees[0].doc


def word(doc: Doc, text: str) -> Token:
    return next(token for token in doc if token.text == text)


def test_days_after_somebody_did_it_is_a_clause() -> None:
    doc = read(
        "The president signed the bill on Monday, days after the National Assembly passed it by 84 votes."
    )
    assert (word(doc, "Assembly").head, word(doc, "Assembly").dep_) == (word(doc, "passed"), "nsubj")


def test_a_compound_with_a_hyphen_describes_its_noun() -> None:
    doc = read("Parliament passed a world-first ban on social media.")
    assert [child.text for child in word(doc, "passed").children if child.dep_ == "obj"] == ["ban"]


def test_late_before_a_day_belongs_to_the_verb() -> None:
    doc = read("The lower house gave approval to a pension reform late on Wednesday.")
    assert word(doc, "late").head is word(doc, "gave")


def test_a_length_of_time_is_not_what_was_passed() -> None:
    doc = read("The Senate passed the harbour bill hours earlier.")
    assert (word(doc, "bill").dep_, word(doc, "bill").head.text) == ("obj", "passed")


def test_a_word_is_hung_with_all_below_it() -> None:
    doc = Doc.of(load_pipeline()("Members of the house passed it."))
    house, passed = word(doc, "house"), word(doc, "passed")
    house.hang(passed, "obl")
    assert house in passed.children
    assert house not in word(doc, "Members").children
    assert [t.text for t in house.subtree] == ["of", "the", "house"]


def test_a_reading_at_which_a_bill_was_rejected_is_a_noun() -> None:
    doc = read("Deputies on Thursday rejected at first reading a bill on the registration of agents.")
    assert (word(doc, "reading").pos_, word(doc, "bill").head.text) == ("NOUN", "rejected")


def test_who_acts_that_afternoon_is_not_the_afternoon() -> None:
    doc = read("That afternoon MPs had again thrown out the two amendments.")
    assert (word(doc, "afternoon").head.text, word(doc, "MPs").dep_) == ("thrown", "nsubj")


def test_an_object_behind_a_time_and_a_place_is_what_was_approved() -> None:
    doc = read("The Assembly approved on Tuesday, in second reading, the Fisheries Law.")
    assert (word(doc, "Law").dep_, word(doc, "Law").head.text) == ("obj", "approved")


def test_an_object_behind_a_tally_is_what_was_passed() -> None:
    doc = read("The Senate approved with 45 votes the labour reform.")
    assert (word(doc, "reform").dep_, word(doc, "reform").head.text) == ("obj", "approved")


def test_what_is_said_of_a_passage_is_not_what_was_passed() -> None:
    doc = read("The bill passed on Tuesday, a victory for the president.")
    assert word(doc, "victory").dep_ != "obj"


def test_the_date_that_opens_a_sentence_is_no_part_of_who_acts() -> None:
    for opening in ("On Monday", "In March", "On 5 May", "Last Friday", "Yesterday"):
        doc = read(f"{opening} parliament adopted the pension law.")
        assert (word(doc, "parliament").dep_, word(doc, "adopted").dep_) == ("nsubj", "ROOT")
        assert not any(t.dep_ == "compound" for t in word(doc, "parliament").children)


def test_elections_of_a_month_stay_so() -> None:
    doc = read("In March elections the party won.")
    assert word(doc, "March").head is word(doc, "elections")


def test_a_sentence_read_as_a_noun_phrase_has_its_verb() -> None:
    doc = read("The opposition parties voted against the bill.")
    assert (word(doc, "voted").dep_, word(doc, "parties").dep_) == ("ROOT", "nsubj")


def test_parliament_is_where_a_bill_is_returned_to() -> None:
    doc = read("The president may return it to parliament for reconsideration.")
    assert (word(doc, "parliament").dep_, word(doc, "parliament").head.text) == ("obl", "return")


def test_a_day_before_the_verb_is_not_who_acts() -> None:
    doc = read("The National Assembly today voted down the Media Bill.")
    assert word(doc, "today").head is word(doc, "voted")


def test_days_after_something_fell_is_a_clause() -> None:
    doc = read("The vote took place two days after the proposal fell in the Knesset.")
    assert (word(doc, "proposal").dep_, word(doc, "days").head.text) == ("nsubj", "fell")


def test_vetoed_is_known_as_a_passive() -> None:
    doc = read("The bill was vetoed by President Holm in May.")
    assert (word(doc, "vetoed").lemma_, word(doc, "bill").dep_) == ("veto", "nsubj:pass")


def test_a_stage_and_its_number_are_one_noun() -> None:
    doc = read("It now moves to stage two.")
    assert (word(doc, "stage").dep_, word(doc, "two").head) == ("obl", word(doc, "stage"))
    doc = read("The committee approved the bill at stage one.")
    assert (word(doc, "stage").head, word(doc, "one").head) == (word(doc, "approved"), word(doc, "stage"))


def test_members_present_present_nothing() -> None:
    doc = read("Of the 300 lawmakers present, 197 voted for the bill.")
    assert (word(doc, "present").pos_, word(doc, "voted").dep_) == ("ADJ", "ROOT")


def test_a_compound_read_as_two_things_is_one() -> None:
    doc = read("The Senate passed the water resources bill on Tuesday.")
    assert [child.text for child in word(doc, "passed").children if child.dep_ == "obj"] == ["bill"]


def test_a_measure_behind_its_noun_is_no_verb() -> None:
    doc = read("The Senate is expected to vote on the stopgap measure on Friday.")
    assert (word(doc, "measure").tag_, word(doc, "Friday").head.text) == ("NN", "vote")


def test_who_is_to_do_it_belongs_to_the_infinitive() -> None:
    doc = read("It will be sent to the palace for the president to sign into law.")
    assert (word(doc, "president").dep_, word(doc, "president").head.text) == ("nsubj", "sign")


def test_up_belongs_to_the_verb() -> None:
    doc = read("He urged the House to bring his harbour bill up for a vote.")
    assert word(doc, "up").head.text == "bring"


@pytest.mark.parametrize(
    ("text", "verb", "actor", "label"),
    [
        ("Under Article 106 the bill must be presented to the President.", "presented", "bill", "nsubj:pass"),
        ("Under the Act an outlet in a residential area can be closed.", "closed", "outlet", "nsubj:pass"),
        (
            "At the sixth session last November legislators agreed that it was needed.",
            "agreed",
            "legislators",
            "nsubj",
        ),
        (
            "The Supreme Court yesterday upheld the verdict that had declared it illegal.",
            "upheld",
            "Court",
            "nsubj",
        ),
        (
            "After months of wrangling Iraq's cabinet on Monday approved a draft water law.",
            "approved",
            "cabinet",
            "nsubj",
        ),
        ("In a roll-call vote 415 members of the Bundestag voted for the law.", "voted", "members", "nsubj"),
        (
            "After a morning of debate the chamber sent the bill back to the Defence Committee.",
            "sent",
            "chamber",
            "nsubj",
        ),
        ("The House did endorse on Tuesday the fishing bill.", "endorse", "House", "nsubj"),
        ("A law of 1959, adopted under Abdul Holm, governs the matter still.", "governs", "law", "nsubj"),
        ("Another, put forward by the party, got past its first reading in June.", "got", "Another", "nsubj"),
        (
            "Prime Minister Per Holm, addressing the chamber before the roll call, said that people who had "
            'been invisible "will finally be made visible around us".',
            "said",
            "Holm",
            "nsubj",
        ),
        ("Family First delivered a petition against the bill on Tuesday.", "delivered", "Family", "nsubj"),
    ],
)
def test_who_acts_behind_what_opens_the_sentence(text: str, verb: str, actor: str, label: str) -> None:
    doc = read(text)
    assert (word(doc, actor).head, word(doc, actor).dep_) == (word(doc, verb), label)


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("Minister Ann Holm, praising the law, said that it would help.", "law"),
        ('"We told them at the time," said Senator Holm.', "time"),
    ],
)
def test_who_does_not_act(text: str, noun: str) -> None:
    assert not word(read(text), noun).dep_.startswith("nsubj")


@pytest.mark.parametrize(
    ("text", "above", "below", "label"),
    [
        ("Deputies passed amendments to the Law on Health Insurance.", "amendments", "Law", "nmod"),
        ("The government's bill on rivers was introduced in December.", "bill", "rivers", "nmod"),
        ("The minister who submitted the water bill said it was needed.", "submitted", "bill", "obj"),
        ("The senator who sponsored the water bill welcomed the vote.", "sponsored", "bill", "obj"),
        ("The water bill commences on 1 July 2026.", "commences", "bill", "nsubj"),
        ("The president can sign the bill, send it back, or ask the court.", "sign", "send", "conj"),
        ("She has ten days to sign the bill, veto it or let it become law.", "sign", "veto", "conj"),
        ("The water bill is stuck in committee.", "stuck", "is", "cop"),
        ("The bill was on Thursday referred to a committee.", "referred", "bill", "nsubj:pass"),
        ("Two bills were on Monday night approved by the House.", "approved", "night", "obl"),
        ("The bill had on May 3 been passed by the House.", "passed", "been", "aux:pass"),
        ("The governor has on Friday signed the bill.", "signed", "governor", "nsubj"),
        ("The Senate will on Monday vote on the bill.", "vote", "Senate", "nsubj"),
        ("The bill was in March passed by the House.", "passed", "bill", "nsubj:pass"),
        ("Lawmakers late Tuesday adopted a bill enshrining rights.", "adopted", "Lawmakers", "nsubj"),
        ("Lawmakers late Tuesday adopted a bill enshrining rights.", "adopted", "bill", "obj"),
        ("She has until midnight Friday to sign or veto the bill.", "has", "sign", "advcl"),
        ("The Senate voted to pass the measure (SB 3), which would ban it.", "measure", "ban", "acl:relcl"),
        ("Senators sent back the bill taxing dues on docks.", "sent", "bill", "obj"),
        ("The king on Monday ratified a law shutting members of parties out.", "ratified", "law", "obj"),
        ("She has seen and returned to Congress a law that frees docks.", "returned", "law", "obj"),
        ("The act was sent back to parliament on 8 December by President Holm.", "sent", "Holm", "obl:agent"),
        ("They adopted shortly before 3 a.m. on Friday a law under which they pay.", "adopted", "law", "obj"),
        (
            "The chamber turned down the ports bill with 36 votes cast in favour.",
            "turned",
            "bill",
            "obj",
        ),
        ("By 244 votes to 220 on Friday night peers insisted on their clause.", "insisted", "peers", "nsubj"),
        ("It is law once the House has passed it and she has signed it.", "passed", "signed", "conj"),
        ("It becomes law once the House has passed it.", "becomes", "passed", "advcl"),
        ("The chamber that killed it two months ago made the bill law.", "killed", "ago", "advmod"),
        ("Members last week debated and passed the bill.", "debated", "Members", "nsubj"),
        ("At Wednesday's sitting the House is expected to pass it.", "sitting", "Wednesday", "nmod:poss"),
        ("They will hold a second reading of the ports bill on Friday.", "reading", "bill", "nmod"),
        ("She has ten days to assent to the ports bill or return it to them.", "assent", "return", "conj"),
        ("It was introduced in May by Labour MP Ann Holm, and died.", "introduced", "Holm", "obl:agent"),
        ("Debate on the bill is to resume on Tuesday.", "resume", "is", "aux"),
    ],
)
def test_what_belongs_to_a_word(text: str, above: str, below: str, label: str) -> None:
    doc = read(text)
    assert (word(doc, below).head, word(doc, below).dep_) == (word(doc, above), label)


@pytest.mark.parametrize(
    ("text", "verb", "tag"),
    [
        ("The bill was introduced, read the first time and referred to a committee.", "read", "VBN"),
        ("The bill was read a second time and committed to a Committee.", "committed", "VBN"),
        ("The water bill was filed in May, heard in committee in June and approved.", "heard", "VBN"),
        ("The bill was debated in May and cleared the House.", "cleared", "VBD"),
    ],
)
def test_what_was_done_in_a_row(text: str, verb: str, tag: str) -> None:
    assert word(read(text), verb).tag_ == tag


@pytest.mark.parametrize(
    ("said", "doer", "deed"),
    [
        (
            "A Senate committee on Tuesday advanced legislation requiring landlords to act.",
            "committee",
            "advanced",
        ),
        ("The panel on Monday approved legislation that would raise fines.", "panel", "approved"),
    ],
)
def test_a_deed_behind_a_day_does_not_describe_its_object(said: str, doer: str, deed: str) -> None:
    doc = read(said)
    assert (word(doc, deed).tag_, word(doc, doer).dep_, word(doc, doer).head.text) == ("VBD", "nsubj", deed)
    assert (word(doc, "legislation").dep_, word(doc, "legislation").head.text) == ("obj", deed)
