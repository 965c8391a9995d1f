"""Who its children and families are."""
