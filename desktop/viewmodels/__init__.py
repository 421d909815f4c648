"""What is shown and what can be done, as Qt objects without widgets."""
