"""What may answer instead of an Elasticsearch that works, as data."""

import json
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

OURS = {"X-Elastic-Product": "Elasticsearch", "Content-Type": "application/json"}
HTML = {"Content-Type": "text/html"}
WHOLE = {"total": 1, "successful": 1, "skipped": 0, "failed": 0}
EMPTY = {"hits": {"total": {"value": 0, "relation": "eq"}, "hits": []}, "timed_out": False}


class Wire:
    """One request, and the ways to answer it."""

    def __init__(self, handler: BaseHTTPRequestHandler, closing: threading.Event) -> None:
        self.handler, self.closing = handler, closing

    def send(self, status: int, body: bytes, headers: Mapping[str, str] = OURS) -> None:
        self.handler.send_response(status)
        for name, value in {**headers, "Content-Length": str(len(body))}.items():
            self.handler.send_header(name, value)
        self.handler.end_headers()
        self.handler.wfile.write(body)

    def send_json(self, status: int, body: Any) -> None:
        self.send(status, json.dumps(body).encode())


Fault = Callable[[Wire], None]


def black_hole(wire: Wire) -> None:
    wire.closing.wait(30)
    wire.handler.close_connection = True


def cut(wire: Wire) -> None:
    wire.handler.close_connection = True
    wire.handler.connection.close()


def noise(wire: Wire) -> None:
    wire.handler.wfile.write(b"\x16\x03\x01\x02\x00 SSH-2.0\r\n\r\n")
    cut(wire)


def half(wire: Wire) -> None:
    wire.send(200, b'{"responses": [{"hits"')


def status(code: int, kind: str, reason: str = "because") -> Fault:
    return lambda wire: wire.send_json(code, {"error": {"type": kind, "reason": reason}})


def shape(body: Any) -> Fault:
    return lambda wire: wire.send_json(200, body)


def one_answer(**changed: Any) -> Fault:
    """Answer the first search of a request so, and the others not at all."""
    return shape({"responses": [{**EMPTY, "_shards": WHOLE, "status": 200} | changed]})


def page_of_another(wire: Wire) -> None:
    wire.send(200, b"<h1>It works!</h1>", HTML)


def bad_gateway(wire: Wire) -> None:
    wire.send(502, b"<h1>Bad gateway</h1>", HTML)


LATE, UNREADABLE, AWAY = "pas répondu à temps", "réponse illisible", "injoignable"
PARTIAL = "la réponse serait incomplète"
# Of any request.
FAULTS: dict[str, tuple[Fault, str]] = {
    "black hole": (black_hole, LATE),
    "connection cut": (cut, AWAY),
    "another protocol": (noise, AWAY),
    "half an answer": (half, UNREADABLE),
    "another server": (page_of_another, "n’est pas un Elasticsearch"),
    "429": (status(429, "es_rejected_execution_exception"), "trop à faire"),
    "500": (status(500, "exception"), "ne peut pas répondre (500)"),
    "502": (bad_gateway, "ne peut pas répondre (502)"),
    "503": (status(503, "no_shard_available_action_exception"), "ne peut pas répondre (503)"),
    "401": (status(401, "security_exception"), "refuse le nom, le mot de passe ou la clé"),
    "403": (
        status(403, "security_exception", "action [indices:data/read/msearch] is unauthorized"),
        "n’a pas le droit « indices:data/read/msearch »",
    ),
    "404": (status(404, "index_not_found_exception"), "lancez rebuild_index"),
}  # fmt: skip
# Of a search alone.
FAULTS_OF_ANSWERS: dict[str, tuple[Fault, str]] = {
    "another shape": (shape({"responses": 3}), UNREADABLE),
    "a list": (shape([1, 2]), UNREADABLE),
    "an answer is missing": (shape({"responses": []}), UNREADABLE),
    "hits of another shape": (one_answer(hits={"total": 3}), UNREADABLE),
    "a shard failed": (one_answer(_shards=WHOLE | {"failed": 1}), PARTIAL),
    "out of time": (one_answer(timed_out=True), PARTIAL),
    "a shard is missing": (
        shape({"responses": [
            {"error": {"type": "search_phase_execution_exception", "reason": ""}, "status": 503}
        ]}),
        PARTIAL,
    ),
}  # fmt: skip


@contextmanager
def serving(fault: Fault) -> Iterator[tuple[str, list[str]]]:
    """Yield the address of a server that does nothing else, and the requests that it had."""
    closing = threading.Event()
    asked: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            self.rfile.read(int(self.headers.get("Content-Length") or 0))
            asked.append(f"{self.command} {self.path} {self.headers.get('Authorization')}")
            fault(Wire(self, closing))

        do_GET = do_PUT = do_HEAD = do_DELETE = do_POST  # noqa: N815

        def log_message(self, *args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, args=[0.05], daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}", asked
    finally:
        closing.set()
        server.shutdown()
        server.server_close()
        thread.join(5)
