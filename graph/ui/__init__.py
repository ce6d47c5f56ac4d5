"""The explorer: one module a page, and our own drawings in `components`."""
