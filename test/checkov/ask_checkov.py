"""Asks checkov about a folder of Terraform: what it read there, with variables and data filled in, and what it says of each resource.

Arguments: the folder, and the ids of checks. Without arguments it only tells checkov's version. Answers in JSON.
"""

import json
import logging
import os
import sys

logging.disable(logging.CRITICAL)
os.environ["LOG_LEVEL"] = "CRITICAL"

from checkov.runner_filter import RunnerFilter  # noqa: E402
from checkov.terraform.runner import Runner  # noqa: E402
from checkov.version import version  # noqa: E402


def plain(value):
    """Lists, tables and scalars; checkov's own helpers for line numbers are left out."""
    if isinstance(value, dict):
        return {str(k): plain(v) for k, v in value.items() if not str(k).startswith("__")}
    if isinstance(value, (list, tuple, set)):
        return [plain(v) for v in value]
    return value if value is None or isinstance(value, (bool, int, float)) else str(value)


def file_of(key):
    return str(getattr(key, "file_path", key))


def ask(folder, checks):
    runner = Runner()
    report = runner.run(root_folder=folder, runner_filter=RunnerFilter(checks=checks, framework=["terraform"]))
    blocks = [
        {
            "file": os.path.relpath(file_of(key), folder),
            "kind": kind,
            "type": type_,
            "name": name,
            "arguments": plain(arguments),
        }
        for key, blocks in (runner.definitions or {}).items()
        for kind in ("resource", "data")
        for block in blocks.get(kind, [])
        for type_, named in block.items()
        for name, arguments in named.items()
        if isinstance(arguments, dict)
    ]
    records = [
        {
            "file": os.path.relpath(record.file_abs_path, folder),
            "address": record.resource,
            "check": record.check_id,
            "passes": record.check_result["result"].value == "PASSED",
        }
        for record in report.passed_checks + report.failed_checks
    ]
    unread = [os.path.relpath(path, folder) for path in report.parsing_errors]
    return {"version": version, "blocks": blocks, "records": records, "unread": unread}


if __name__ == "__main__":
    out = sys.stdout
    sys.stdout = sys.stderr
    answer = ask(sys.argv[1], sys.argv[2:]) if len(sys.argv) > 1 else {"version": version}
    json.dump(answer, out)
