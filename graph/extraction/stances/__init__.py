"""Who is for a bill and who against it: explicit words, other signs, and a classifier that weighs them."""
