"""The local registers as they are declared: columns, meanings, and the canonical rows they become."""
