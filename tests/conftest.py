"""Settings every test needs."""

import os

# Before anything imports matplotlib: no test may need a display.
os.environ["MPLBACKEND"] = "Agg"
