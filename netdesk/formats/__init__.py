"""Other programs’ files: bytes or text to plain values and back; opens no files, knows no database."""
