"""A server on this machine that hears whoever comes: nothing that people bring may make us call it.

It answers on 127.0.0.1 and, where the machine has it, on ::1, whatever the method or the protocol. `/moved` leads on to `/arrived`.
"""

import contextlib
import socket
import socketserver
import threading
from collections.abc import Iterator

QUIET = 1.0  # seconds: an FTP client waits for our greeting and says nothing


class _Caller(socketserver.StreamRequestHandler):
    timeout = QUIET

    def handle(self) -> None:
        line = b""
        with contextlib.suppress(OSError):
            line = self.rfile.readline(2_000)
        path = (line.split() + [b""] * 2)[1].decode(errors="replace")
        self.server.hits.append(path)
        answer = b"302 Found\r\nLocation: /arrived" if path == "/moved" else b"404 Not Found"
        with contextlib.suppress(OSError):
            self.wfile.write(b"HTTP/1.1 %s\r\nContent-Length: 0\r\nConnection: close\r\n\r\n" % answer)


class _Server(socketserver.ThreadingTCPServer):
    allow_reuse_address = daemon_threads = True

    def __init__(self, address: tuple[str, int], hits: list[str]):
        self.hits, self.address_family = hits, socket.AF_INET6 if ":" in address[0] else socket.AF_INET
        super().__init__(address, _Caller)


def has_ipv6() -> bool:
    with contextlib.suppress(OSError), socket.socket(socket.AF_INET6) as found:
        found.bind(("::1", 0))
        return True
    return False


@contextlib.contextmanager
def listening() -> Iterator[tuple[int, list[str]]]:
    """(port, paths that were asked for; an empty one for a caller that does not speak HTTP)."""
    hits = []
    servers = [_Server(("127.0.0.1", 0), hits)]
    port = servers[0].server_address[1]
    if has_ipv6():
        servers.append(_Server(("::1", port), hits))
    threads = [threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}) for server in servers]
    for thread in threads:
        thread.start()
    try:
        yield port, hits
    finally:
        for server, thread in zip(servers, threads, strict=True):
            server.shutdown()
            thread.join()
            server.server_close()
