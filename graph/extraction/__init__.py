"""Events, actors, bills, positions and provisions of one article, mention by mention."""
