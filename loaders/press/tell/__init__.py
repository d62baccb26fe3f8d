"""What a document tells, as claims: a module for each kind of thing, each with one function over the page and what occurs in a unit."""
