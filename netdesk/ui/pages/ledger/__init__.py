"""Give & ask: whom have I not helped yet, what I promised, what I asked for, and all of it."""
