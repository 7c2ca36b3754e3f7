"""The page of one-to-ones: to come, held, never held."""
