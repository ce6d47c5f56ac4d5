"""The states of towns and counties, which news in the United States tells behind their names."""

from __future__ import annotations

import re

_STATES = (
    r"Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida"
    r"|Georgia|Hawaii|Idaho|Illinois|Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|"
    r"Maryland|Massachusetts|Michigan|Minnesota|Mississippi|Missouri|Montana|Nebraska|"
    r"Nevada|New Hampshire|New Jersey|New Mexico|New York|North Carolina|North Dakota|"
    r"Ohio|Oklahoma|Oregon|Pennsylvania|Rhode Island|South Carolina|South Dakota|"
    r"Tennessee|Texas|Utah|Vermont|Virginia|Washington|West Virginia|Wisconsin|Wyoming"
)
ITS_STATE = re.compile(  # officials in Shelby County, Alabama, sued
    rf"(?<=[a-z.]),\s(?:{_STATES}),(?=\s(?!(?:and|or|where|which|who)\b)[a-z])"
)
"""The state behind the name of a town or county, which is no part of what is told there."""
OPENS = re.compile(r"(?:In|At|From|Near|Outside)\s[^,]{1,60}")
"""A place with which a sentence opens; the comma behind its state stays."""
