"""Figures: the only place that divides, and the one way in which outputs reach the records.

Nothing is imported here, so that who asks for one part of the room does not wait for all of it.
"""
