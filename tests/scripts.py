"""The scripts of the design folder, which is no package, as modules."""

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

_DESIGN = Path(__file__).parents[1] / "design"


def load(name: str) -> ModuleType:
    """Import ``design/NAME.py``; another script may import it by its name after that."""
    spec = importlib.util.spec_from_file_location(name, _DESIGN / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module
