"""Turning files into canonical tables: the only layer that knows what any file looks like.

Nothing is imported here: who starts a load, or asks what a format can fill, does not wait for every reader.
"""
