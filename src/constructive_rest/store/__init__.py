"""Everything that is kept, in one SQLite file. The only SQL."""
