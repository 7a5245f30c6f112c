"""The public pages: what anybody may see without signing in."""
