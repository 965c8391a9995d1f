"""The invented council whose records give the figures of the Safeguarding Activity Report of August 2015."""
