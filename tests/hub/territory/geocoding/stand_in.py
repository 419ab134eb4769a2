"""A local stand-in for the national geocoder: its documented answers, and its bad days."""

import json
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qsl, urlsplit


def feature(longitude=6.0263, latitude=47.2401, **properties):
    """Return a feature of the documented answer."""
    usual = {
        "label": "4 Rue de la République 25000 Besançon", "score": 0.97, "type": "housenumber",
        "id": "25056_8100_00004", "name": "4 Rue de la République", "postcode": "25000",
        "citycode": "25056", "city": "Besançon", "importance": 0.7,
    }  # fmt: skip
    return {
        "type": "Feature",
        "geometry": {"type": "Point", "coordinates": [longitude, latitude]},
        "properties": {**usual, **properties},
    }


class StandIn:
    """Answers `features`, or what its other attributes say, and keeps the questions."""

    def __init__(self):
        self.features = [feature()]
        self.status, self.headers, self.body, self.seconds = 200, {}, None, 0
        self.drips = self.dripped = 0
        self.questions = []
        stand_in = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self):
                stand_in.answer(self)

            def log_message(self, *args):
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.address = f"http://127.0.0.1:{self.server.server_port}/geocodage/search"

    def answer(self, handler):
        """Write the answer to one question."""
        parts = urlsplit(handler.path)
        self.questions.append(dict(parse_qsl(parts.query)))
        collection = {"type": "FeatureCollection", "features": self.features, "query": "…"}
        body = json.dumps(collection).encode() if self.body is None else self.body
        time.sleep(self.seconds)
        try:
            handler.send_response(self.status)
            for rank in range(self.drips):
                handler.send_header(f"X-{rank}", "drip")
                handler.flush_headers()
                self.dripped += 1
                time.sleep(0.1)
            for name, value in self.headers.items():
                handler.send_header(name, value)
            handler.send_header("Content-Length", str(len(body)))
            handler.end_headers()
            handler.wfile.write(body)
        except OSError:
            pass  # nobody waits any more

    def __enter__(self):
        threading.Thread(target=self.server.serve_forever, args=[0.05], daemon=True).start()
        return self

    def __exit__(self, *_):
        self.server.shutdown()
        self.server.server_close()
