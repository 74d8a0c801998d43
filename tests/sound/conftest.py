"""What the tests that listen share."""

from collections.abc import Iterator

import pytest
from tests.sound.server import Server, sound_server


@pytest.fixture
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with sound_server(tmp_path_factory.mktemp("pulse")) as running:
        yield running
