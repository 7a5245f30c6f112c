"""Published methods: the published numbers come out."""
