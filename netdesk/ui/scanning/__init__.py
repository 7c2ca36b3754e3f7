"""Cards from photographs: pictures in, fields to check beside them, cards out."""
