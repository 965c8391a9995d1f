"""The purple book: every figure of a day, judged, compared, and what changed since the last."""
