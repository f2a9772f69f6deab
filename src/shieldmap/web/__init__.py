"""The globe in a browser, and the server behind it: ``shieldmap serve``.

``app`` answers requests, ``messages`` says what may stand in them, ``workers`` runs what is computed in
processes of its own, ``work`` is what those processes do, ``files`` holds the page. A request never
runs a kernel and never names a file.

Limits: one user or a few on one machine. There are no accounts and nothing is kept; whoever binds
it to more than the loopback should put a proxy in front.
"""
