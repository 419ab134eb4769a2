"""How many pages per second gunicorn serves."""

import contextlib
import http.client
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator

from page_costs import move

HOST = "127.0.0.1"
WORKERS = 2
CONNECTIONS = 4
SCRIPT = """
done = function(summary, latency, requests)
  local bad = summary.errors.status + summary.errors.connect + summary.errors.timeout
  print(string.format("FIGURES %d %d %d %d %d", summary.requests, summary.duration,
    latency:percentile(50), latency:percentile(95), bad))
end
"""


def throughput(pages: dict[str, str], seconds: int, *, moving: bool) -> list[str]:
    """Return the table of pages per second, median and 95th percentile, as Markdown."""
    tool = "wrk" if shutil.which("wrk") else "threads"
    state = "the content moves 50 times per second" if moving else "the content stays"
    lines = [
        f"{WORKERS} workers, {CONNECTIONS} connections, {tool}, {state}",
        "",
        "| page | pages/s | p50 ms | p95 ms | errors |",
        "|---|---:|---:|---:|---:|",
    ]
    with _server() as port, _writes(moving):
        for name, path in pages.items():
            if name == "404":
                continue
            ask = _wrk if tool == "wrk" else _threads
            ask(port, path, 2)  # both workers load what they need
            rate, middle, slow, bad = ask(port, path, seconds)
            lines.append(f"| {name} | {rate:.0f} | {middle:.1f} | {slow:.1f} | {bad} |")
    return lines


@contextlib.contextmanager
def _server() -> Iterator[int]:
    with socket.socket() as free:
        free.bind((HOST, 0))
        port: int = free.getsockname()[1]
    command = [sys.executable, "-m", "gunicorn", "hub.wsgi", "-w", str(WORKERS)]
    process = subprocess.Popen([*command, "-b", f"{HOST}:{port}", "--log-level", "error"])
    try:
        _wait(port)
        yield port
    finally:
        process.terminate()
        process.wait()


def _wait(port: int) -> None:
    """Return when the home page answers; raises TimeoutError after a minute."""
    for _ in range(60):
        with contextlib.suppress(OSError, http.client.HTTPException):
            connection = http.client.HTTPConnection(HOST, port, timeout=60)
            connection.request("GET", "/")
            if connection.getresponse().status == 200:
                return
        time.sleep(1)
    raise TimeoutError("gunicorn does not answer")


@contextlib.contextmanager
def _writes(moving: bool) -> Iterator[None]:
    stop = threading.Event()

    def write() -> None:
        while not stop.wait(0.02):
            move()

    thread = threading.Thread(target=write)
    if moving:
        thread.start()
    try:
        yield
    finally:
        stop.set()
        if moving:
            thread.join()


def _wrk(port: int, path: str, seconds: int) -> tuple[float, float, float, int]:
    with tempfile.NamedTemporaryFile("w", suffix=".lua") as script:
        script.write(SCRIPT)
        script.flush()
        output = subprocess.run(
            ["wrk", "-t1", f"-c{CONNECTIONS}", f"-d{seconds}s", "-s", script.name,
             f"http://{HOST}:{port}{path}"],
            capture_output=True, text=True, check=True,
        ).stdout  # fmt: skip
    figures = next(line for line in output.splitlines() if line.startswith("FIGURES"))
    asked, lasted, middle, slow, bad = map(int, figures.split()[1:])
    return asked * 1_000_000 / lasted, middle / 1000, slow / 1000, bad


def _threads(port: int, path: str, seconds: int) -> tuple[float, float, float, int]:
    times: list[float] = []
    bad: list[int] = []
    end = time.monotonic() + seconds

    def ask() -> None:
        while time.monotonic() < end:
            started = time.monotonic()
            connection = http.client.HTTPConnection(HOST, port)
            connection.request("GET", path)
            answer = connection.getresponse()
            answer.read()
            connection.close()
            times.append((time.monotonic() - started) * 1000)
            if answer.status != 200:
                bad.append(answer.status)

    asking = [threading.Thread(target=ask) for _ in range(CONNECTIONS)]
    for thread in asking:
        thread.start()
    for thread in asking:
        thread.join()
    ordered = statistics.quantiles(times, n=20)
    return len(times) / seconds, statistics.median(times), ordered[18], len(bad)
