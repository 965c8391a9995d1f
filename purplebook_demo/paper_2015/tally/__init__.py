"""The tally: every figure that the 2015 paper prints, beside what the engine works out from the council's files."""
