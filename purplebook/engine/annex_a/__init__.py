"""The records that Ofsted's Annex A asks for, as they were known on a day: queries, and rows of bare codes.

DuckDB answers them whatever engine counts the figures, since lists are of a few thousand rows.
"""
