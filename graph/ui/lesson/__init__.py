"""The lesson: one bill as one HTML file that needs only a browser.

`story` says what it tells, `quiz` what it asks, `page` makes the file of both.
"""

from __future__ import annotations


def file_name(title: str) -> str:
    """Return a name for the file of a lesson.

    >>> file_name("Safety of Rwanda Bill")
    'lesson-safety-of-rwanda-bill.html'
    """
    words = "".join(letter if letter.isalnum() else " " for letter in title.casefold()).split()
    return f"lesson-{'-'.join(words)[:60].strip('-') or 'bill'}.html"
