"""What a rest is: phases, cues, timeline and the session in progress. Pure."""
