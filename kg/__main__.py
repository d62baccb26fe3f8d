"""``python -m kg`` is ``kg``."""

from kg.entry import main

if __name__ == "__main__":  # and not in a process that was born of it to read files
    main()
