#!/usr/bin/env bash
# Checks the crates and the npm packages for known advisories, and fails on any. An unreachable service is
# reported, and is not a failure.
set -euo pipefail
# shellcheck source=env.sh
. "$(dirname "$0")/env.sh"
cd "$PROJECT_ROOT"

log=$(mktemp)
trap 'rm -f "$log"' EXIT

if cargo deny fetch db >"$log" 2>&1; then
    cargo deny --log-level error check --disable-fetch advisories
else
    echo "audit: the RustSec database cannot be fetched from here; the crates were not checked."
fi

# The packages build and test the page; it contains only the parts of Workbox.
if npm audit --json --audit-level=high >"$log" 2>/dev/null; then
    echo "audit: npm reports no serious advisories."
elif grep -q auditReportVersion "$log"; then
    npm audit --audit-level=high
else
    echo "audit: npm's advisory service is not reachable from here; its packages were not checked."
fi
