"""Documents to text with places to claims."""
