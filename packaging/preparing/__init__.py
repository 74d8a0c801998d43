"""From a fresh checkout to a program that starts. Standard library only."""
