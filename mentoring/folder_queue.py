"""The queue in a folder for one computer, whole messages only.

kombu's own transport creates the file of a message and then writes it. A worker that looks between the two takes an empty file, cannot
read it and ends, and every paper waits until somebody starts it again. Here a message appears under its name when it is complete,
and the name begins with its priority: as in Redis, a lower one is taken first.
"""

import logging
import time
import uuid
from pathlib import Path
from queue import Empty

from kombu.transport import filesystem
from kombu.utils.json import dumps

from mentoring.common.storage import atomic_file

logger = logging.getLogger(__name__)


class Channel(filesystem.Channel):
    def _put(self, queue, payload, **kwargs):
        name = f"{self._get_message_priority(payload)}_{round(time.monotonic() * 1000)}_{uuid.uuid4()}.{queue}.msg"
        with atomic_file(Path(self.data_folder_out) / name) as file:
            file.write(dumps(payload).encode())

    def _get(self, queue):
        """A message that cannot be read (the disk was full once) is left out: the sweeper sends its job again."""
        try:
            return super()._get(queue)
        except ValueError:
            logger.warning("a message in the queue could not be read")
            raise Empty from None


class Transport(filesystem.Transport):
    Channel = Channel
