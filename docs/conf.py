"""Settings of the documentation site: ``sphinx-build -W docs build/site``.

Why these tools: docs/decisions/0034-documentation-site.md. Nothing is fetched, neither when the site is
built nor when it is read: equations are MathML, pictures are SVG, letters are those of the reader.
"""

import os
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent / "ext"))

from shieldmap import __version__

# A reader's own settings of IPython have no say in what notebooks print, and that a kernel talks to
# its own machine is no news.
_SETTINGS = tempfile.TemporaryDirectory(prefix="shieldmap-docs-")
_PROFILE = Path(_SETTINGS.name, "profile_default")
_PROFILE.mkdir()
(_PROFILE / "ipython_kernel_config.py").write_text("get_config().Application.log_level = 40\n")
os.environ["IPYTHONDIR"] = _SETTINGS.name

project = "Shieldmap"
author = "Shieldmap contributors"
copyright = "2026, Shieldmap contributors"  # noqa: A001  (Sphinx asks for this name)
version = release = __version__

extensions = [
    "sphinx.ext.autodoc",
    "sphinx.ext.napoleon",
    "myst_nb",
    "sphinx_copybutton",
    "docstrings",
    "equations",
    "gallery",
    "shown",
    "sources_as_they_lie",
    "tables",
]
exclude_patterns = ["ext/**", "static/**", "schemas/**"]

# --- pages -----------------------------------------------------------------
myst_enable_extensions = ["dollarmath", "deflist", "colon_fence"]
myst_heading_anchors = 3
# One dollar is money more often than an equation: `$` opens one only where no space follows.
myst_dmath_allow_space = False
myst_dmath_allow_digits = False

# --- notebooks: kept without outputs, executed at every build ----------------
nb_execution_mode = "force"
# A cell takes seconds; a machine that is busy with other work may make minutes of them.
nb_execution_timeout = 600
nb_execution_raise_on_error = True
nb_merge_streams = True

# --- reference ---------------------------------------------------------------
autodoc_member_order = "bysource"
autodoc_typehints = "signature"
autodoc_typehints_format = "short"
python_maximum_signature_line_length = 80
autodoc_preserve_defaults = True
napoleon_google_docstring = False
napoleon_use_rtype = False
napoleon_use_param = False
napoleon_preprocess_types = False
add_module_names = False
python_use_unqualified_type_names = True
copybutton_prompt_text = r">>> |\.\.\. |\$ "
copybutton_prompt_is_regexp = True

# --- looks ---------------------------------------------------------------------
html_theme = "furo"
html_title = f"Shieldmap {version}"
html_static_path = ["static"]
html_css_files = ["site.css"]
html_copy_source = False
html_show_sourcelink = False
html_show_sphinx = False
html_theme_options = {
    "light_css_variables": {"color-brand-primary": "#1b4f8a", "color-brand-content": "#1b4f8a"},
    "dark_css_variables": {"color-brand-primary": "#8db8e8", "color-brand-content": "#8db8e8"},
}
pygments_style = "default"
pygments_dark_style = "github-dark"
