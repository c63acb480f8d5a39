#!/usr/bin/env bash
# Restores, builds and serves the site with the demo city: ./run.sh [--urls URL] [--no-demo] [--data DIR]
set -euo pipefail
cd "$(dirname "$0")"
eng/require-tools

urls=http://localhost:5080
demo=yes
arguments=()
while [ $# -gt 0 ]; do
  case $1 in
    --urls) urls=${2:?--urls needs an address}; shift 2 ;;
    --no-demo) demo=no; arguments+=(--no-demo); shift ;;
    --data) data=$(realpath -m "${2:?--data needs a folder}"); arguments+=(--data "$data"); shift 2 ;;
    --urls=*|--data=*) set -- "${1%%=*}" "${1#*=}" "${@:2}" ;;
    *) echo "Unknown option: $1. There are --urls URL, --no-demo and --data DIR." >&2; exit 1 ;;
  esac
done

echo "Building (the first time takes a minute or two) ..."
dotnet build Participation.Web --configuration Release --verbosity quiet --nologo

echo
echo "Open $urls in a browser. Stop with Ctrl+C."
# The site itself names the demo accounts, because it knows whether the demo city is in its database.
if [ "$demo" = yes ]; then arguments+=(--demo); fi
echo
ASPNETCORE_ENVIRONMENT=${ASPNETCORE_ENVIRONMENT:-Production} exec dotnet run --project Participation.Web --no-build --no-launch-profile --configuration Release -- --urls "$urls" "${arguments[@]+"${arguments[@]}"}"
