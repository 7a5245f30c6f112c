"""Vietnamese: the words, shapes and rules by which reports are read. Words live in `lexicon/`, phrases in `corpus/`."""
