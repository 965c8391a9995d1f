"""Coded columns as files: made once of the records of each authority, and read by every start after that.

`coder` makes a file's bytes, `coded_file` reads them, `beside` finds the files of a snapshot and makes those that are
missing or altered, and `records` is what counting sees of them.  Which numbers stand for what says `engine/columns/`.
"""
