"""The controls of the look, each painted by itself."""
