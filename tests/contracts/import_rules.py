"""Two contract types for import-linter that cover the modules which exist.

import-linter's own types stop with an error at a module that is not written yet.
The rules themselves stand in pyproject.toml, once.
"""

from typing import Any

from grimp import ImportGraph
from importlinter import Contract, ContractCheck, fields, output
from importlinter.contracts.forbidden import ForbiddenContract


class TableField(fields.Field[dict[str, list[str]]]):
    """A TOML table: module name to the list of modules that it may import."""

    def parse(self, raw_data: Any) -> dict[str, list[str]]:
        if not isinstance(raw_data, dict):
            raise fields.ValidationError("may_import is a table: module = [modules]")
        return raw_data


def allowed_modules(may_import: dict[str, list[str]], module: str) -> set[str]:
    """Spell out the row of one module: "*" is everything, "not a" takes a away."""
    allowed: set[str] = set()
    for entry in may_import[module]:
        if entry == "*":
            allowed |= set(may_import)
        elif entry.startswith("not "):
            allowed.discard(entry.removeprefix("not "))
        elif entry in may_import:
            allowed.add(entry)
        else:
            raise ValueError(f"the row of {module} names {entry}, which has no row itself")
    return allowed


class ImportTable(Contract):
    """Every direct import between two modules of the package stands in the table.

    A folder counts as the module of its name.
    Nobody imports the package's root, which is the public door above all modules.
    A module without a row in the table breaks the contract.
    """

    type_name = "import_table"

    may_import = TableField()

    def check(self, graph: ImportGraph, verbose: bool) -> ContractCheck:
        package = self.session_options["root_packages"][0]
        violations = []
        for importer in sorted(graph.modules):
            name = _module_of(importer, package)
            if name is None:
                continue
            if name not in self.may_import:
                violations.append(f"{importer} has no row in the table")
                continue
            allowed = allowed_modules(self.may_import, name) | {name}
            for imported in sorted(graph.find_modules_directly_imported_by(importer)):
                if imported == package:
                    violations.append(f"{importer} imports the package's root")
                    continue
                target = _module_of(imported, package)
                if target is not None and target not in allowed:
                    details = graph.get_import_details(importer=importer, imported=imported)
                    lines = ", ".join(str(detail["line_number"]) for detail in details)
                    violations.append(f"{importer} imports {imported} (line {lines})")
        return ContractCheck(kept=not violations, metadata={"violations": violations})

    def render_broken_contract(self, check: ContractCheck) -> None:
        for violation in check.metadata["violations"]:
            output.print_error(f"-   {violation}", bold=False)
        output.new_line()


class ForbiddenIfPresent(ForbiddenContract):
    """import-linter's forbidden contract for those source modules that exist."""

    type_name = "forbidden_if_present"

    def check(self, graph: ImportGraph, verbose: bool) -> ContractCheck:
        self.source_modules = {
            module for module in self.source_modules if str(module) in graph.modules
        }
        return super().check(graph, verbose)


def _module_of(dotted: str, package: str) -> str | None:
    """The module of the table that a dotted name belongs to; None outside the package."""
    parts = dotted.split(".")
    if parts[0] != package or len(parts) == 1:
        return None
    return parts[1]
