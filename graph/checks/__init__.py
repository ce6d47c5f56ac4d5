"""What must hold: shapes of the graph, procedures of legislatures, claims that contradict each other."""
