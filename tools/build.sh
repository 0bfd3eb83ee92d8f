# shellcheck shell=bash
# What ./run, ./zhijian and ./test have in common. Sourced, with $root set; not run by itself.
: "${root:?}"

export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1
# a build node that outlives the command would keep the caller's pipe open
export MSBUILDDISABLENODEREUSE=1

die() {
  echo "$*" >&2
  exit 1
}

need() {
  local program
  for program in "$@"; do
    command -v "$program" >/dev/null || die "$program is missing. Zhijian needs the .NET 10 SDK, Node.js 20 or newer and npm."
  done
}

# quietly LABEL COMMAND...: one line while it runs, its output only when it fails
quietly() {
  local label=$1 log
  shift
  log=$(mktemp)
  echo "$label …" >&2
  if ! "$@" >"$log" 2>&1 </dev/null; then
    awk '!seen[$0]++' "$log" >&2 # MSBuild says every error twice
    rm -f "$log"
    die "$label: failed"
  fi
  rm -f "$log"
}

# one command builds at a time: ./run and ./zhijian share the projects below them
lock_build() {
  command -v flock >/dev/null || return 0
  mkdir -p "$root/src/Zhijian.Kernel/obj"
  exec 9>"$root/src/Zhijian.Kernel/obj/build.lock"
  flock 9
}

unlock_build() {
  exec 9>&-
}

# profiling pays in programs that run for hours; it is a tenth to a third of the time of those that run for minutes
dotnet_build() {
  DOTNET_TieredPGO=0 dotnet build "$1" -c Release -v quiet 9>&-
}

assets() {
  "$root/src/Zhijian.Web/assets/restore.sh" --check || quietly "fetching browser assets" "$root/src/Zhijian.Web/assets/restore.sh" 9>&-
}

# all but the supervision models work without it: what cannot be had is said, and the models are skipped
duckdb() {
  local restore="$root/src/Zhijian.DuckDb/native/restore.sh"
  [[ -z ${ZHIJIAN_DUCKDB-} ]] || return 0
  "$restore" --check || {
    echo "fetching libduckdb …" >&2
    "$restore" >/dev/null 2>&1 9>&- || echo "libduckdb could not be fetched: supervision models do not run" >&2
  }
}

# build_project NAME: builds src/NAME unless nothing changed since the last time.
# The stamp is taken before the build, so that a file saved meanwhile counts as changed; a folder is newer when a file in it was
# added, renamed or removed.
build_project() {
  local name=$1 dll stamp changed project
  dll="$root/src/$name/bin/Release/net10.0/$name.dll"
  stamp="$root/src/$name/obj/run.stamp"
  if [[ -f $dll && -f $stamp ]]; then
    changed=$(find "$root"/{src,global.json,BannedSymbols.txt,.editorconfig} "$root"/Directory.*.props \
      \( -name bin -o -name obj -o -path "$root/src/Zhijian.Web/wwwroot/lib" \) -prune -o -newer "$stamp" -print -quit)
    [[ -n $changed ]] || return 0
  fi
  for project in "$root"/src/*/; do
    mkdir -p "$project/bin" "$project/obj"
  done
  touch "$stamp.new"
  quietly "building $name" dotnet_build "$root/src/$name/$name.csproj"
  mv "$stamp.new" "$stamp"
}
