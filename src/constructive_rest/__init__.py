"""A quiet desktop companion for the Constructive Rest Position."""
