"""What has been rested: the record and what its numbers bear. Pure."""
