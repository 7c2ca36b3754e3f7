"""The page of target markets: who exactly, where they gather, who is in one and who is close to it."""
