"""Where a bill stands by its legislature's own procedure: rules, events matched to them, what follows."""
