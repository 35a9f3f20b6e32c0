"""Ask for known vulnerabilities of everything in the lock file: `make audit`.

    scripts/audit.py                   ask the package index
    scripts/audit.py --service osv     ask the OSV database instead; options go to pip-audit

pip-audit ends well where an index knows no advisories at all, as mirrors do. Here a package that
could not be looked up is counted, and the exit code tells: 0 every package looked up and sound,
1 vulnerabilities, 3 packages that nobody could look up. The project itself is not looked up.
"""

import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
LOCK = ROOT / "requirements.lock"
VULNERABLE, UNKNOWN = 1, 3


def ask(options):
    """What pip-audit found, as its JSON; ends with its own words where it found nothing out."""
    command = [sys.executable, "-m", "pip_audit", "--requirement", str(LOCK), "--disable-pip"]
    command += ["--require-hashes", "--format", "json", "--progress-spinner", "off", *options]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if not done.stdout.strip():
        sys.exit(f"pip-audit could not ask anyone:\n{done.stderr.strip()}")
    return json.loads(done.stdout)["dependencies"]


def vulnerabilities(packages):
    """A line for each vulnerability: package, version, id, the versions that mend it."""
    for package in packages:
        for one in package.get("vulns", ()):
            mended = ", ".join(one.get("fix_versions", ())) or "no version yet"
            yield f"{package['name']} {package['version']}: {one['id']}, mended in {mended}"


def verdict(packages):
    """What to say, and the exit code."""
    unknown = [package["name"] for package in packages if "skip_reason" in package]
    found = list(vulnerabilities(packages))
    said = [*found, f"{len(packages) - len(unknown)} of {len(packages)} locked packages looked up, "]
    said[-1] += f"{len(found)} known vulnerabilities."
    if unknown:
        said.append(
            f"{len(unknown)} could not be looked up ({', '.join(unknown[:3])}, …): nothing is known of them. "
            "A mirror often has no advisories; ask from a machine that reaches the index itself, "
            "or another service: make audit SERVICE=osv"
        )
    return "\n".join(said), VULNERABLE if found else UNKNOWN if unknown else 0


def main():
    said, code = verdict(ask(sys.argv[1:]))
    print(said)
    return code


if __name__ == "__main__":
    sys.exit(main())
