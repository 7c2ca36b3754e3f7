"""Insights: where business really comes from, figure by figure, and what stands behind each."""
