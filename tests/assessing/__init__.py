"""Stories of targets and the verdicts the definition gives them."""
