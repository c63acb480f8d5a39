#!/usr/bin/env bash
# Runs every test on everything they need; ends with "N passed, N failed". On Debian as root it installs what is missing.
set -euo pipefail
cd "$(dirname "$0")"
configuration=${CONFIGURATION:-Debug}
passed=0 failed=0
trap 'echo; echo "${passed:-0} passed, ${failed:-0} failed"' EXIT
eng/require-tools
eng/install-test-servers
export TEST_POSTGRES="Host=127.0.0.1;Port=54329;Username=participation;Password=participation;Database=postgres"
export TEST_REDIS="127.0.0.1:63799"

dotnet build --configuration "$configuration" --verbosity quiet --nologo
(cd Participation.Web/Client && npm run --silent check)

log=$(mktemp)
status=0
dotnet test --no-build --configuration "$configuration" "$@" 2>&1 | tee "$log" || status=$?
passed=$(sed -nE 's/^ *succeeded: ([0-9]+).*/\1/p' "$log" | tail -n 1)
failed=$(sed -nE 's/^ *failed: ([0-9]+).*/\1/p' "$log" | tail -n 1)
rm -f "$log"
[ "$status" = 0 ] && [ "${passed:-0}" -gt 0 ]
