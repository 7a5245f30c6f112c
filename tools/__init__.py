"""What makes the project's own generated files: Word templates, reference pages."""
