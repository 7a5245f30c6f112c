"""The rules between rows and tables, one module a subject."""
