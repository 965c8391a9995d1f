"""Children looked after, their placements, adoption, and young people who left care."""
