from __future__ import annotations

from pathlib import Path

from bench.outside import measure


def test_made_lists_come_in_by_the_front_door_and_no_two_rows_of_one_list_become_one_person(tmp_path: Path) -> None:
    score, _ = measure(tmp_path, 600, 5)
    assert score.mentions > 1500
    assert score.forbidden == 0
    assert score.precision >= 0.999
    assert score.found >= 0.95 * score.sharing
