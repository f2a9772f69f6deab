"""Results as JSON that every reader understands: no NaN, no minus zero, nine digits."""

import json
import math
from typing import Any

import numpy as np


def text(content: Any) -> str:
    """Write a result as one JSON value."""
    return json.dumps(values(content), ensure_ascii=False, indent=1, allow_nan=False)


def values(content: Any) -> Any:
    """JSON values only: NaN becomes null, numpy scalars become numbers, floats 9 digits."""
    if isinstance(content, dict):
        return {str(key): values(item) for key, item in content.items()}
    if isinstance(content, (list, tuple)):
        return [values(item) for item in content]
    if isinstance(content, np.ndarray):
        return values(content.tolist())
    if isinstance(content, (bool, np.bool_)):
        return bool(content)
    if isinstance(content, (int, np.integer)):
        return int(content)
    if isinstance(content, (float, np.floating)):
        # Adding zero turns -0.0 into 0.0, which says the same and looks less odd.
        return float(f"{float(content):.9g}") + 0.0 if math.isfinite(content) else None
    return content
