"""About NetDesk: what it is, where it keeps things, details for a report, and the licences of all parts."""
