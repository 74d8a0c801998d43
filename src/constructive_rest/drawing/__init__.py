"""Regions to pictures: the painter, its process beside the GUI, and the caches."""
