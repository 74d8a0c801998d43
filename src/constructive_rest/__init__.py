"""A quiet desktop companion for the Constructive Rest Position."""

__version__ = "0.1.0"
