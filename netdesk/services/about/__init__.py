"""What NetDesk says of itself: its parts and their licences, how it was installed, the details for a report."""
