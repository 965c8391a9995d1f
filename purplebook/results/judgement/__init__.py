"""Fair judgement: whether a figure is better, worse, not really changed, or too small to say.

Pure functions on numpy arrays.  They know neither files nor the store; every threshold is in `thresholds`, with its
source; every published number is the same on every machine.
"""
