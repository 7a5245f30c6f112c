"""One module a way of judging; `one.py` says which kind of target goes where."""
