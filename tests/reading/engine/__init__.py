"""What opens a file and hands over text with places; every document is made here."""
