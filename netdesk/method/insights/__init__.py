"""What the record says about where business comes from: figures, readings in words, and charts (method §9)."""
