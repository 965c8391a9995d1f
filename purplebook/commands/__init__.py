"""The commands, one file each: they turn words into calls of `run.py` and answers into text, and decide nothing."""
