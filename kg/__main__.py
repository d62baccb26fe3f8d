"""``python -m kg`` is ``kg``."""

from kg.entry import main

main()
