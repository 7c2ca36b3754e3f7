"""The figures of Insights, one question a file, each for a period; and what stands behind each figure."""
