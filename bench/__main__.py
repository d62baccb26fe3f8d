"""``make bench``: what is measured, one after the other."""

from __future__ import annotations

from bench import api, bulk, load

if __name__ == "__main__":
    load.main()
    bulk.main()
    api.main()
