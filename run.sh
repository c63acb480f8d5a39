#!/usr/bin/env bash
# Restores, builds and serves the site with the demo city: ./run.sh [--urls URL] [--no-demo] [--data DIR]
set -euo pipefail
cd "$(dirname "$0")"
if ! dotnet --list-sdks 2>/dev/null | grep -q '^10\.'; then echo "Please install the .NET SDK 10 first: the command 'dotnet' offers no version 10." >&2; exit 1; fi
if ! node --version 2>/dev/null | grep -qE '^v(2[0-9]|[3-9][0-9])\.'; then echo "Please install Node.js 20 or newer first: the command 'node' offers none." >&2; exit 1; fi
if ! command -v npm >/dev/null; then echo "Please install npm first: it comes with Node.js." >&2; exit 1; fi

urls=http://localhost:5080
demo=yes
arguments=()
while [ $# -gt 0 ]; do
  case $1 in
    --urls) urls=${2:?--urls needs an address}; shift 2 ;;
    --no-demo) demo=no; arguments+=(--no-demo); shift ;;
    --data) data=$(realpath -m "${2:?--data needs a folder}"); arguments+=(--data "$data"); shift 2 ;;
    *) echo "Unknown option: $1. There are --urls URL, --no-demo and --data DIR." >&2; exit 1 ;;
  esac
done

echo "Building (the first time takes a minute or two) ..."
dotnet build Participation.Web --configuration Release --verbosity quiet --nologo

echo
echo "Open $urls in a browser. Stop with Ctrl+C."
if [ "$demo" = yes ]; then
  cat <<'ACCOUNTS'
Demo accounts, password for all: mitmachen-ratingen
  buergerin@demo.example   citizen
  buerger@demo.example     citizen
  partner@demo.example     member of a partner organisation
  moderation@demo.example  moderator
  verwaltung@demo.example  administrator
ACCOUNTS
  arguments+=(--demo)
fi
echo
ASPNETCORE_ENVIRONMENT=${ASPNETCORE_ENVIRONMENT:-Production} exec dotnet run --project Participation.Web --no-build --no-launch-profile --configuration Release -- --urls "$urls" "${arguments[@]+"${arguments[@]}"}"
