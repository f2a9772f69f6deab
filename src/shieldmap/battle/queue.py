"""A queue of events: the earliest first, and of equal times the lesser code first.

``time_s`` and ``code`` (room,) hold a binary heap of ``size`` events; ``i`` and ``j`` are two places.
"""

from shieldmap.kernels import njit


@njit(_nrt=False, forceinline=True)
def _is_before(time_s, code, i, j):
    """Whether event ``i`` comes first."""
    return time_s[i] < time_s[j] or (time_s[i] == time_s[j] and code[i] < code[j])


@njit(_nrt=False, forceinline=True)
def _swap(time_s, code, i, j):
    """Exchange two events."""
    time_s[i], time_s[j] = time_s[j], time_s[i]
    code[i], code[j] = code[j], code[i]


@njit(_nrt=False)
def push(time_s, code, size, at_s, what):
    """Add an event with the code ``what``; returns the new size."""
    time_s[size], code[size] = at_s, what
    i = size
    while i > 0:
        parent = (i - 1) >> 1
        if not _is_before(time_s, code, i, parent):
            break
        _swap(time_s, code, i, parent)
        i = parent
    return size + 1


@njit(_nrt=False)
def pop(time_s, code, size):
    """Take the first event away; returns the new size. Read index 0 before."""
    size -= 1
    time_s[0], code[0] = time_s[size], code[size]
    i = 0
    while True:
        least, left = i, 2 * i + 1
        if left < size and _is_before(time_s, code, left, least):
            least = left
        if left + 1 < size and _is_before(time_s, code, left + 1, least):
            least = left + 1
        if least == i:
            return size
        _swap(time_s, code, i, least)
        i = least
