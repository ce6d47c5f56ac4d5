"""The command that opens the explorer: serve."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from graph.commands.options import Folder
from graph.terminal import DONE


def serve(
    store: Folder = Path("store"),
    port: Annotated[int, typer.Option(help="Port on this machine.")] = 8501,
    browser: Annotated[bool, typer.Option(help="Open the browser.")] = True,
    host: Annotated[str, typer.Option(help="Address to listen on; 0.0.0.0 for all.")] = "127.0.0.1",
    allow_host: Annotated[
        list[str] | None,
        typer.Option(help="A name or address that others use for this machine; may be repeated."),
    ] = None,
    allow_network: Annotated[
        bool, typer.Option("--allow-network", help="Let pages fetch articles from addresses on the internet.")
    ] = False,
    read_only: Annotated[
        bool, typer.Option("--read-only", help="Let nobody add articles or correct what was read.")
    ] = False,
) -> None:
    """Open the explorer in the browser, for this machine alone unless `--host` and `--allow-host` differ."""
    import os
    import signal
    import subprocess
    import sys

    from graph.lexicons import ROOT
    from graph.rdf.places import address_of

    if address_of(store) is not None:
        raise typer.BadParameter("the explorer reads a store in a folder", param_hint="--store")
    command = [sys.executable, "-m", "streamlit", "run", str(ROOT / "app.py"), "--server.port", str(port)]
    command += ["--server.headless", "false" if browser else "true", "--server.address", host]
    names = ("localhost", "127.0.0.1", *(allow_host or ()))
    for name in names:
        command += ["--server.allowedHosts", name]
    # the address that is opened; without it Streamlit asks the network for one
    address = names[2] if allow_host else names[1]
    command += ["--browser.serverAddress", address]
    typer.echo(f"The explorer is at http://{address}:{port} until you press Ctrl+C.")
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(DONE))  # ends what it started, too
    environment = {**os.environ, "LAWPATH_STORE": str(store.resolve())}
    environment["LAWPATH_NETWORK"] = "1" if allow_network else "0"
    environment["LAWPATH_READ_ONLY"] = "1" if read_only else "0"
    try:
        raise typer.Exit(subprocess.run(command, env=environment, cwd=ROOT, check=False).returncode)
    except KeyboardInterrupt:
        raise typer.Exit(DONE) from None
