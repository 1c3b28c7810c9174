"""No measured quality may fall below its floor."""

import pytest
import scoring


@pytest.mark.parametrize("area", scoring.areas())
def test_no_score_is_below_its_floor(area):
    below = [str(score) for score in scoring.rows([area]) if not score.holds]
    assert not below, "\n".join(below)
