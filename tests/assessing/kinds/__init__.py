"""One file of stories a kind of target."""
