"""Fair judgement: whether a figure is higher or lower than usual, has changed level, shows no sign of it, or cannot tell.

Pure functions on numpy arrays.  They know neither files nor the store; every threshold is in `thresholds`, with its
source; every published number is the same on every machine.
"""
