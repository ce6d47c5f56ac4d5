"""What one article means by its words, what several mean together, and corrections by people."""
