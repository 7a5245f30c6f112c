"""What the checks say of a user's sentences, and when they must stay silent."""
