#!/usr/bin/env bash
# Puts the two files that pages load from npm packages into wwwroot/lib, each with its .br and .gz.
# With --check it only answers whether they are there and of this lock file and script.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
lib=$here/../wwwroot/lib

version=$(cat "$here/package-lock.json" "$here/restore.sh" | cksum)

if [[ -f $lib/.version && $(<"$lib/.version") == "$version" ]]; then
  exit 0
elif [[ ${1-} == --check ]]; then
  exit 1
fi

# Tabler brings Bootstrap and Popper along; none of it is to stay in the tree
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp "$here"/{package.json,package-lock.json,.npmrc} "$work"
(cd "$work" && npm ci --ignore-scripts --loglevel=error)

mkdir "$work/lib"
cp "$work/node_modules/@tabler/core/dist/css/tabler.min.css" "$work/node_modules/htmx.org/dist/htmx.min.js" "$work/lib"
node - "$work/lib" <<'JS'
const fs = require('fs'), path = require('path'), zlib = require('zlib');
const lib = process.argv[2], c = zlib.constants;
for (const name of fs.readdirSync(lib)) {
  const file = path.join(lib, name);
  // the source map is not served, and asking for it would only log a 404
  const text = fs.readFileSync(file, 'utf8').replace(/\n?(?:\/\*|\/\/)# sourceMappingURL=.*\s*$/, '\n');
  const bytes = Buffer.from(text);
  fs.writeFileSync(file, bytes);
  fs.writeFileSync(file + '.gz', zlib.gzipSync(bytes, { level: 9 }));
  fs.writeFileSync(file + '.br', zlib.brotliCompressSync(bytes, {
    params: { [c.BROTLI_PARAM_QUALITY]: 11, [c.BROTLI_PARAM_LGWIN]: 22, [c.BROTLI_PARAM_SIZE_HINT]: bytes.length },
  }));
}
JS

# .version goes last: it says that the rest is complete
rm -rf "$lib"
mkdir -p "$lib"
cp "$work"/lib/* "$lib"
echo "$version" >"$lib/.version"
