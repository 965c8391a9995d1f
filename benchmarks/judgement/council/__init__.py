"""A steady council made of children, whole: what it would hand over, in the canonical tables."""
