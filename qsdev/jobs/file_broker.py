"""The broker of the embedded default: messages in files, whole or not there at all.

Kombu's own transport opens a message's file and then writes it, so that a worker which looks in
between, or after the writer was killed, reads half a message and ends. Here a message gets its
name when it is complete, and what cannot be read is passed over: the Job row knows that it is
still to be done, and the sweep announces it again.
"""

import os
from contextlib import suppress
from pathlib import Path
from queue import Empty
from time import monotonic_ns
from uuid import uuid4

from kombu.transport import filesystem
from kombu.utils.json import dumps, loads


class Channel(filesystem.Channel):
    def _put(self, queue, payload, **kwargs):
        """Add a message under a name that no worker looks for, then under its own."""
        folder = Path(self.data_folder_out)
        part = folder / f"{uuid4()}.part"
        part.write_text(dumps(payload), encoding="utf-8")
        part.replace(folder / f"{monotonic_ns() // 1_000_000}_{uuid4()}.{queue}.msg")

    def _get(self, queue):
        """The oldest message that this process was the first to take; Empty if there is none."""
        for name in sorted(os.listdir(self.data_folder_in)):
            if name.partition(".")[2] == f"{queue}.msg":
                with suppress(OSError, ValueError):
                    return self.take(Path(self.data_folder_in) / name)
        raise Empty

    def take(self, message):
        """What a message says; its file goes, whoever else looks at it and whatever it holds."""
        taken = message.rename(message.with_name(f"{uuid4()}.taken"))
        try:
            return loads(taken.read_text(encoding="utf-8"))
        finally:
            taken.unlink()

    def get_table(self, exchange):
        """The queues of an exchange; none while their list cannot be read."""
        try:
            return super().get_table(exchange)
        except ValueError:
            return []

    def _queue_bind(self, exchange, *args):
        """Bind a queue; a list that was cut short when its writer was killed is begun anew."""
        try:
            super()._queue_bind(exchange, *args)
        except ValueError:
            self._exchange_file(exchange).unlink(missing_ok=True)
            super()._queue_bind(exchange, *args)


class Transport(filesystem.Transport):
    Channel = Channel
