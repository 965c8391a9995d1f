"""Many invented authorities at once: the records of a region or of England, written straight into a snapshot.

Where `purplebook_demo` tells one council's story figure for figure, this tells plausible ones, fast: whole columns at a
time, whole numbers only, so that the same seed gives the same bytes on every machine.
"""
