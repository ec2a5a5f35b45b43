"""Serving the site on this machine."""

from __future__ import annotations

import socket
import threading
import webbrowser
from pathlib import Path

HOST = "127.0.0.1"
_BROWSER_WAITS = 1.0


class PortError(Exception):
    """The port cannot be used; the message says what to do."""


def run(base: Path, *, port: int, open_browser: bool = False) -> None:
    """Serve the base on ``http://127.0.0.1:PORT`` until interrupted.

    Raises:
        PortError: something else listens there.
    """
    import uvicorn

    from pipeline.web.site import make_site

    listener = _listen(port)
    address = f"http://{HOST}:{listener.getsockname()[1]}/"
    print(f"Feitenbank: {address}  (stop with Ctrl-C)", flush=True)
    if open_browser:
        threading.Timer(_BROWSER_WAITS, webbrowser.open, [address]).start()
    config = uvicorn.Config(make_site(base).app(), log_level="warning", lifespan="on")
    uvicorn.Server(config).run(sockets=[listener])


def _listen(port: int) -> socket.socket:
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((HOST, port))
    except OSError as error:
        listener.close()
        raise PortError(
            f"port {port} cannot be used ({error.strerror}): give another with --port, "
            "or --port 0 for any that is free"
        ) from error
    return listener
