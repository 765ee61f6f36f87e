"""A worker may look into the folder at any moment: it never meets half a message."""

from queue import Empty

import pytest
from kombu import Connection

from mentoring.settings.queues import filesystem


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "messages"


@pytest.fixture
def channel(tmp_path):
    settings = filesystem(tmp_path)
    options = settings["CELERY_BROKER_TRANSPORT_OPTIONS"]
    with Connection(settings["CELERY_BROKER_URL"], transport=settings["CELERY_BROKER_TRANSPORT"], transport_options=options) as connection:
        yield connection.default_channel


def test_a_message_appears_when_it_is_complete(channel, folder, monkeypatch):
    from mentoring.common import storage  # noqa: PLC0415 - the place where a file gets its name

    seen, put_in_place = [], storage._put_in_place

    def look(temporary, path):
        with pytest.raises(Empty):
            channel._get("celery")
        seen.append([file.name for file in folder.iterdir()])
        put_in_place(temporary, path)

    monkeypatch.setattr(storage, "_put_in_place", look)

    channel._put("celery", {"body": "Приказ"})

    assert [name.endswith(".msg") for name in seen[0]] == [False]
    assert channel._get("celery") == {"body": "Приказ"}
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize("torn", [b"", b'{"body": "\xd0'])
def test_a_torn_message_is_left_out_and_the_next_one_is_read(channel, folder, torn):
    (folder / "0_0_torn.celery.msg").write_bytes(torn)
    channel._put("celery", {"body": "целое"})

    with pytest.raises(Empty):
        channel._get("celery")

    assert channel._get("celery") == {"body": "целое"}
