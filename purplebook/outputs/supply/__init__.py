"""Which formats can supply which indicators: a few lines for a terminal, and a section of the guide to formats."""
