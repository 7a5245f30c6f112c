"""The pages of those who sign in: the inbox, forms, approvals, findings, the review."""
