"""Inputs nobody would write on purpose, and what they do to the program."""
