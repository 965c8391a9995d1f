"""The invented councils: one worked back from a paper of 2015, and a region or all of England at scale.

Nothing of it is in the walls of the product: no room of `purplebook` but the command that calls it imports it.
"""
