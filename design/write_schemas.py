"""Write the JSON Schema of every file of a run into docs/schemas."""

import json
from pathlib import Path

from shieldmap.results import run_files

FOLDER = Path(__file__).parents[1] / "docs" / "schemas"

for name in run_files.FILES:
    text = json.dumps(run_files.schema(name), indent=1, ensure_ascii=False) + "\n"
    path = FOLDER / name.replace(".json", ".schema.json")
    path.write_text(text, encoding="utf-8")
