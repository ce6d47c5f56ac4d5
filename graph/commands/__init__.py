"""The commands of `python -m graph`, each one function that does what the library does."""
