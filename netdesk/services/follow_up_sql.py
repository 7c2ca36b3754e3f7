"""Words of SQL about follow-ups ``f`` that several questions share."""

BY_MOMENT = "f.due_on, coalesce(f.due_time, '99'), f.id"
"""The most pressing first; on one day those with a time before those without."""
