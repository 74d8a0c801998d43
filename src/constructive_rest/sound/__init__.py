"""Bells, and the silence where there is no device for them."""
