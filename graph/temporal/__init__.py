"""Time in news: expressions and their bounds, distances between events, and the network that joins them.

The temporal network has its own module, `graph.temporal.network`, since it brings networkx in.
"""

from graph.temporal.adverbials import Adverbial, find_adverbials
from graph.temporal.dates import month_first
from graph.temporal.distances import RelativeDistance, find_distances
from graph.temporal.expressions import find_expressions, nearest, toward
from graph.temporal.windows import window_of

__all__ = [
    "Adverbial",
    "RelativeDistance",
    "find_adverbials",
    "find_distances",
    "find_expressions",
    "month_first",
    "nearest",
    "toward",
    "window_of",
]
