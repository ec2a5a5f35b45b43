"""The site: Datasette on this machine, in Dutch, with a page for every figure and document."""
