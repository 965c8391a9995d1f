"""Counting in columns."""
