"""Extraction in parts: the same store as `graph.pipeline` builds, by many processes or machines at once.

First all files are looked through (`listing`), so that it is known what is new and how it is called; then the
new articles are cut into parts, each is extracted and written to one file (`parts`); then all are linked,
which needs everything together, and saved (`building`). Who does the work is an engine's affair (`engines`):
none of it needs to be done only once, because a part has the same name and the same bytes each time.
"""
