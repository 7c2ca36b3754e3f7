"""What the levels have in common wherever they are set: choosing the evidence, and a ladder."""
