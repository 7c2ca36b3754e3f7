"""Who fits whom, and introductions: the panel, the form, the list, and a line on a person's page."""
