"""What the Clinic shows, as pure functions: they take reports and texts and return HTML."""
