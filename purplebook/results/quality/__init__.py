"""How complete and plausible the records of a snapshot are, and which indicators each weak column weakens."""
