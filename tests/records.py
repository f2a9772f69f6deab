"""Records for tests: what a test gives, and for every other field the least that is allowed."""

from types import NoneType, UnionType
from typing import Annotated, Any, Literal, TypeVar, Union, get_args, get_origin

from shieldmap.results import Record

_RecordT = TypeVar("_RecordT", bound=Record)
_LEAST: dict[Any, Any] = {
    str: "",
    int: 0,
    float: 0.0,
    bool: False,
    dict: {},
    object: None,
    NoneType: None,
}


def whole(kind: type[_RecordT], **given: Any) -> _RecordT:
    """A valid record with some fields given, parts of it as dictionaries that lack fields too."""
    return kind.model_validate(_filled(kind, given))


def _filled(kind: Any, given: Any) -> Any:
    """What was given, and where it is a part with fields missing, the least of those."""
    if isinstance(kind, type) and issubclass(kind, Record) and isinstance(given, dict):
        names = {field.validation_alias or name: field for name, field in kind.model_fields.items()}
        return given | {
            name: _filled(field.annotation, given[name])
            if name in given
            else _least(field.annotation)
            for name, field in names.items()
            if name in given or field.is_required()
        }
    if isinstance(given, dict) and get_origin(kind) is dict:
        return {name: _filled(get_args(kind)[1], part) for name, part in given.items()}
    if isinstance(given, list):
        return [_filled(get_args(kind)[0], part) for part in given]
    if isinstance(given, dict) and get_origin(kind) in (Union, UnionType):
        return _filled(next(part for part in get_args(kind) if part is not NoneType), given)
    return given


def _least(kind: Any) -> Any:
    """Nothing where that is allowed, else the first, the empty or the least of a kind."""
    origin, parts = get_origin(kind), get_args(kind)
    if origin is Annotated or origin in (Union, UnionType):
        return None if NoneType in parts else _least(parts[0])
    if origin is Literal:
        return parts[0]
    if origin is tuple:
        return () if parts[-1] is Ellipsis else tuple(_least(part) for part in parts)
    if isinstance(kind, type) and issubclass(kind, Record):
        return _filled(kind, {})
    return _LEAST[origin or kind]
