"""The page of one person, and the cards that add somebody, log a talk or plan a follow-up."""
