"""A visitor without a browser: speaks Streamlit's protocol by websocket, as the page in a browser does.

Streamlit sends one message an element; a run of the script ends with `script_finished`. What a browser keeps
and sends back with each run (address, page, states of widgets, digests of messages) is kept here.
"""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode, urlsplit

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.BidiComponent_pb2 import BidiComponent
from streamlit.proto.Element_pb2 import Element
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState
from websockets.asyncio.client import ClientConnection, connect

LARGEST = 200 * 1024 * 1024  # bytes of a message, as Streamlit has it
PATIENCE = 120  # seconds until a run is given up


@dataclass
class Visitor:
    """One session.

    Attributes:
        url: of the server, without a slash at the end.
        elements: what the last run drew, in order.
        received: bytes of the last run.
    """

    url: str
    elements: list[Element] = field(default_factory=list)
    received: int = 0
    _socket: ClientConnection | None = None
    _pages: dict[str, str] = field(default_factory=dict)
    _page: str = ""
    _query: str = ""
    _states: dict[str, WidgetState] = field(default_factory=dict)
    _kept: dict[str, ForwardMsg] = field(default_factory=dict)

    async def open(self, path: str = "", **parameters: str) -> float:
        """Open an address as for the first time; return the seconds until its page is complete."""
        began = time.monotonic()
        host = urlsplit(self.url).netloc
        self._socket = await connect(
            f"ws://{host}/_stcore/stream",
            origin=self.url,  # type: ignore[arg-type]
            subprotocols=["streamlit"],  # type: ignore[list-item]
            max_size=LARGEST,
            open_timeout=PATIENCE,
        )
        self._query = urlencode(parameters)
        await self._run(page_name=path)
        return time.monotonic() - began

    async def go(self, path: str = "", **parameters: str) -> float:
        """Go to another page, as by a link; return the seconds until it is complete."""
        self._states.clear()
        self._page, self._query = self._pages.get(path, ""), urlencode(parameters)
        return await self._run()

    async def send(self, component: str, name: str, value: object) -> float:
        """Send what a component of ours would send; return the seconds until the page is complete."""
        widget = self.component(component).id
        self._states[widget] = WidgetState(id=widget, json_value=json.dumps({name: value}))
        return await self._run()

    async def close(self) -> None:
        """Leave, as by closing the page."""
        assert self._socket is not None
        await self._socket.close()

    def component(self, name: str) -> BidiComponent:
        """Return the component of ours with this name on the page."""
        drawn = (one.bidi_component for one in self.elements if one.WhichOneof("type") == "bidi_component")
        return next(one for one in drawn if one.component_name == f"lawpath_{name}")

    def picture(self, name: str) -> dict[str, Any]:
        """Return what the page gave to the component of ours with this name."""
        picture: dict[str, Any] = json.loads(self.component(name).json)["picture"]
        return picture

    def heading(self) -> str:
        """Return the title of the page."""
        return next(one.heading.body for one in self.elements if one.WhichOneof("type") == "heading")

    def complaints(self) -> Iterator[str]:
        """Yield the exceptions and error messages on the page."""
        for one in self.elements:
            if one.WhichOneof("type") == "exception":
                yield one.exception.message
            elif one.WhichOneof("type") == "alert" and one.alert.format == one.alert.ERROR:
                yield one.alert.body

    async def _run(self, *, page_name: str = "") -> float:
        assert self._socket is not None
        asked = BackMsg()
        asked.rerun_script.query_string = self._query
        asked.rerun_script.page_script_hash = self._page
        asked.rerun_script.page_name = page_name
        asked.rerun_script.widget_states.widgets.extend(self._states.values())
        asked.rerun_script.cached_message_hashes.extend(self._kept)
        began = time.monotonic()
        await self._socket.send(asked.SerializeToString())
        self.elements, self.received = [], 0
        async with asyncio.timeout(PATIENCE):
            while not self._over(await self._socket.recv()):
                pass
        return time.monotonic() - began

    def _over(self, frame: str | bytes) -> bool:
        """Take in one message; return whether it ends the run."""
        assert isinstance(frame, bytes)
        self.received += len(frame)
        message = ForwardMsg.FromString(frame)
        kind = message.WhichOneof("type")
        if kind == "ref_hash":
            message = self._kept[message.ref_hash]
            kind = message.WhichOneof("type")
        if message.metadata.cacheable:
            self._kept[message.hash] = message
        if kind == "navigation":
            self._page = message.navigation.page_script_hash
            pages = message.navigation.app_pages
            self._pages = {one.url_pathname: one.page_script_hash for one in pages}
        elif kind == "page_info_changed":
            self._query = message.page_info_changed.query_string
        elif kind == "delta" and message.delta.WhichOneof("type") == "new_element":
            self.elements.append(message.delta.new_element)
        return kind == "script_finished" and message.script_finished in (
            ForwardMsg.FINISHED_SUCCESSFULLY,
            ForwardMsg.FINISHED_WITH_COMPILE_ERROR,
        )
