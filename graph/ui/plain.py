"""Article text where Streamlit reads Markdown: every sign that Markdown could act on is made plain.

Titles, captions, buttons, expanders and messages are Markdown to Streamlit: an image in a headline would be
fetched, a link would be one. `st.text`, `st.code`, `st.dataframe`, `st.selectbox` and our own drawings take
text as text and need none of this.
"""

from __future__ import annotations

import re

# Every ASCII punctuation character may be escaped by a backslash (CommonMark 0.31, 2.4).
_SIGN = re.compile(r"([!-/:-@\[-`{-~])")
# Streamlit replaces these after Markdown is read, whatever was escaped: `:smile:`, `:material/home:`, `->`.
_SHORT = re.compile(r":(?=[\w+/-]+:)|(?<=[<>-])(?=[<>=-])|(?<=[<>])(?==)")
_UNSEEN = "\u2060"  # word joiner: no width, and no line may break here


def literal(text: str) -> str:
    """Return Markdown that shows a text as it is, on one line.

    >>> literal("![x](http://a.example) *b*")
    '\\\\!\\\\[x\\\\]\\\\(http\\\\:\\\\/\\\\/a\\\\.example\\\\) \\\\*b\\\\*'
    """
    line = " ".join(text.split())
    kept = _SHORT.sub(lambda found: found.group() + _UNSEEN, line)
    return _SIGN.sub(r"\\\1", kept)
