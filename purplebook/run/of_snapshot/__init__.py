"""What is made of one snapshot by joining rooms that do not know each other.

Each function takes a snapshot; the functions beside this folder find it from a place and words.
"""
