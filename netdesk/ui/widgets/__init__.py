"""Small widgets and painters every window is made of. Painters are functions, so delegates use them too."""
