"""What the invented council says of itself, as any council says it in a folder of its own."""
