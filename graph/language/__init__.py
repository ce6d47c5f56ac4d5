"""Sentences, names and dependency trees of an article, by the shipped pipeline."""

from graph.language.names import Name, surname
from graph.language.parsing import parse
from graph.language.pipeline import load_pipeline
from graph.language.tree import Text, Tree

__all__ = ["Name", "Text", "Tree", "load_pipeline", "parse", "surname"]
