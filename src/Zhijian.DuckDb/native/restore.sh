#!/usr/bin/env bash
# Puts libduckdb.so into lib/, from the npm package of the lock file, whose hash npm checks.
# With --check it only answers whether the library is there and of this lock file.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
lib=$here/lib

version=$(cat "$here/package-lock.json" "$here/restore.sh" | cksum)

if [[ -f $lib/.version && $(<"$lib/.version") == "$version" ]]; then
  exit 0
elif [[ ${1-} == --check ]]; then
  exit 1
fi

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp "$here"/{package.json,package-lock.json,.npmrc} "$work"
(cd "$work" && npm ci --ignore-scripts --loglevel=error)

# .version goes last: it says that the rest is complete
rm -rf "$lib"
mkdir -p "$lib"
cp "$work/node_modules/@duckdb/node-bindings-linux-x64/"{libduckdb.so,LICENSE} "$lib"
echo "$version" >"$lib/.version"
