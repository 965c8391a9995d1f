"""Writes scans as SQL, in the part of the language that DuckDB and Spark share.

Where dialects differ, `dialect.py` has one method for each difference.  Engines only count and add whole numbers; every
division happens in `purplebook.results`, so that engines cannot differ by rounding.
"""
