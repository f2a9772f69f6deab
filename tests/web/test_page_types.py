"""The types of the page's modules against the server's description: no field that no answer has."""

import re

from shieldmap.web.app import create_app
from shieldmap.web.files import PAGE

INTERFACE = re.compile(r"^interface (\w+)[^{]*\{\n(.*?)^\}", re.MULTILINE | re.DOTALL)
FIELD = re.compile(r"^  (\w+)\??:", re.MULTILINE)


def test_every_field_that_the_page_reads_is_in_the_description() -> None:
    """Interfaces and schemas of one name; what a schema leaves open is the server's to fill."""
    schemas = create_app(warm=False).openapi()["components"]["schemas"]
    text = (PAGE / "js" / "types.d.ts").read_text(encoding="utf-8")
    closed = {
        name: set(schemas[name]["properties"])
        for name, _ in INTERFACE.findall(text)
        if name in schemas and not schemas[name].get("additionalProperties")
    }
    assert {
        "Area",
        "Cells",
        "PageSpot",
        "Town",
        "VerdictChange",
        "PageCoverage",
        "DrawnFlight",
    } <= set(closed)
    unknown = {
        f"{name}.{field}"
        for name, body in INTERFACE.findall(text)
        if name in closed
        for field in FIELD.findall(body)
        if field not in closed[name]
    }
    assert unknown == set()
