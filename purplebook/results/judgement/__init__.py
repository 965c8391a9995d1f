"""Fair judgement: whether a figure is higher or lower than usual, has changed level, or shows no sign of a change.

Pure functions on numpy arrays.  They know neither files nor the store; every threshold is in `thresholds`, with its
source; every published number is the same on every machine.
"""
