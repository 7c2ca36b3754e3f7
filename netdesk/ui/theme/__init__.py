"""The look: colours by role, sizes from the font, icons that follow the theme."""
