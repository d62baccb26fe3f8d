"""``make bench``: what is measured, one after the other."""

from __future__ import annotations

from bench import api, bulk, load, press, roster, shelf

if __name__ == "__main__":
    press.main()
    roster.main()
    load.main()
    bulk.main()
    shelf.main()
    api.main()
