"""Plain words for dates, windows, roles and outcomes, the same on every page and in every export."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Sequence

from graph.model import Claim, Distance, Position, Provision, Quote, Tenure, Votes, Window
from graph.terms import Factuality, Outcome, Role, Stance

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def titled(name: str) -> str:
    """Return a name as a heading has it: with a capital letter in front."""
    return name[:1].upper() + name[1:]


def shortened(text: str, longest: int = 130) -> str:
    """Return a text on one line, cut between words at `longest` characters with an ellipsis."""
    line = " ".join(text.split())
    if len(line) <= longest:
        return line
    return line[: longest + 1].rsplit(" ", 1)[0][:longest].rstrip(" ,;:–-") + " …"


def most_telling(quotes: Iterable[Quote], told: Sequence[str] = ()) -> list[Quote]:
    """Return the quotes behind a fact, first those that hold what is told of it, then those of the text, then
    headlines.

    Args:
        quotes: in the order of the article.
        told: words and figures that the fact is shown with, the weightiest first (`words_of`, `words_in`).
    """
    return sorted(quotes, key=lambda q: (*(not _holds(q, word) for word in told), q.part != "text"))


def telling_quote(quotes: Iterable[Quote], told: Sequence[str] = ()) -> Quote:
    """Return the quote that tells most where one is shown, as `most_telling` ranks them."""
    return most_telling(quotes, told)[0]


def _holds(quote: Quote, word: str) -> bool:
    """Whether a quote has a word, phrase or figure as a whole: "8" is neither in "78" nor in "8.5"."""
    text = re.sub(r"(?<=\d),(?=\d{3}(?!\d))", "", " ".join(quote.exact.split()))
    return bool(re.search(rf"(?<!\w)(?<!\d[.,]){re.escape(word)}(?!\w)(?![.,]\d)", text, re.IGNORECASE))


def words_of(said: Claim | Position | Tenure | Provision) -> tuple[str, ...]:
    """Return the words by which a sentence shows what is said: of a claim its time, its figures, and what
    makes it no fact ("hopes", "will"); of an office its title, of a provision its text.
    """
    if isinstance(said, Claim):
        votes = said.votes or Votes()
        figures = (votes.in_favour, votes.against, votes.abstain)
        marks = [] if said.factuality.is_fact else re.findall(rf"\b{said.factuality}: ([^;]+)", said.because)
        told = [str(figure) for figure in figures if figure is not None]
        return (*([said.expression] if said.expression else []), *told, *marks)
    if isinstance(said, Position):
        return tuple(_in_quotation_marks(said.because))
    return (said.title,) if isinstance(said, Tenure) else (said.text,)


def words_in(line: str) -> tuple[str, ...]:
    """Return what a line of ours takes from an article: what stands in quotation marks, and figures of votes.

    >>> words_in("passage ends no later than 8 Dec 2020 (“Tuesday”)"), words_in("335 for, 78 against")
    (('Tuesday',), ('335', '78'))
    """
    return (*_in_quotation_marks(line), *re.findall(r"\b(\d+) (?:for|against|abstained)\b", line))


def _in_quotation_marks(line: str) -> Iterator[str]:
    return (found.strip() for found in re.findall(r"“([^”]+)”", line))


def beside(label: str, bill: str) -> str:
    """Return the label of an event as it stands where the bill is named anyway.

    >>> beside("Passage of the amnesty bill in the Senate", "amnesty bill")
    'Passage in the Senate'
    """
    for words in (f" {link} {article}{bill}" for link in ("of", "on") for article in ("the ", "")):
        head, found, tail = label.partition(words)
        if found and head and not tail[:1].isalnum():
            return head + tail
    return label


def day(date: dt.date) -> str:
    """Return a day in words: 6 Feb 2026."""
    return f"{date.day} {_MONTHS[date.month - 1]} {date.year}"


def days(first: dt.date, last: dt.date) -> str:
    """Return a stretch of days in words, without repeating month or year."""
    if first == last:
        return day(first)
    if first == dt.date(first.year, 1, 1) and last == dt.date(last.year, 12, 31):
        return str(first.year) if first.year == last.year else f"{first.year}–{last.year}"
    if first.year != last.year:
        return f"{day(first)} – {day(last)}"
    if first.month != last.month:
        return f"{first.day} {_MONTHS[first.month - 1]} – {day(last)}"
    if first.day == 1 and (last + dt.timedelta(days=1)).day == 1:
        return f"{_MONTHS[first.month - 1]} {first.year}"
    return f"{first.day}–{day(last)}"


def when(window: Window) -> str:
    """Return a window in words; "day unknown" where nothing bounds it."""
    start, end = window.earliest_begin, window.latest_end
    if window.latest_begin is not None and end is None and start is not None:
        return f"begins {days(start, window.latest_begin)}"
    if start is not None and end is not None:
        return days(start, end)
    if start is not None:
        return f"not before {day(start)}"
    if end is not None:
        return f"on or before {day(end)}"
    if window.latest_begin is not None:
        return f"began by {day(window.latest_begin)}"
    return "day unknown"


def on(window: Window, preposition: str = "on") -> str:
    """Return a window as it stands after a verb: "on 6 Feb 2026", "between 9 and 15 Feb 2026", "" where
    open.

    >>> on(Window(dt.date(2026, 2, 6), None, None, dt.date(2026, 2, 6)), "since")
    'since 6 Feb 2026'
    """
    start, end = window.earliest_begin, window.latest_end
    if start is not None and start == end:
        return f"{preposition} {day(start)}"
    if start is not None and end is not None:
        said = days(start, end)
        if said[0].isalpha() or said.isdigit():
            return f"in {said}"
        return f"between {' and '.join(part.strip() for part in said.split('–'))}"
    return "" if window.is_open else when(window)


def distance(apart: Distance, anchor: str) -> str:
    """Return a distance in words: "1 day after first reading"."""
    low, high = apart.at_least, apart.at_most
    if low is not None and low == high:
        return (
            f"{counted(abs(low), 'day')} {'after' if low >= 0 else 'before'} {anchor}"
            if low
            else f"same day as {anchor}"
        )
    if low is not None and high is not None:
        return f"{low} to {counted(high, 'day')} after {anchor}"
    if low is not None:
        return f"at least {counted(low, 'day')} after {anchor}" if low else f"after {anchor}"
    return f"at most {counted(high, 'day')} after {anchor}" if high is not None else f"around {anchor}"


def counted(number: int, noun: str) -> str:
    """Return a number with its noun: "1 bill", "3 bills"."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def votes(figures: Votes) -> str:
    """Return figures of a vote in words: "281 for, 142 against"."""
    told = ((figures.in_favour, "for"), (figures.against, "against"), (figures.abstain, "abstained"))
    return ", ".join(f"{number} {word}" for number, word in told if number is not None)


def outcome(result: Outcome | None) -> str:
    """Return an outcome in words, empty where there is none."""
    return result.value if result else ""


STANCE_WORDS = {Stance.SUPPORT: "supports", Stance.OPPOSITION: "opposes", Stance.DEMAND: "demands"}
"""Each stance as a verb."""

ROLE_WORDS = {Role.AGENT: "acts in", Role.RECIPIENT: "receives", Role.AFFECTED: "is affected by"}
"""Each role as a verb that leads from the actor to the event."""


def is_real(status: Factuality) -> bool:
    """Whether an event may be drawn as having taken place."""
    return status.is_fact
