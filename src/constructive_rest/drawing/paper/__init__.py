"""The guide on paper: the same layers as on screen, as vectors, and the pages around them."""
