"""Workers, teams, who holds which case, recruitment."""
