"""What pages and exports show, read back from the store: overview, timelines, relations, evidence."""
