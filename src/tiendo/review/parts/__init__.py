"""The parts of the report in their order; each gives its nodes, and says nothing where there is nothing to say."""
