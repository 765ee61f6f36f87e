# Sourced by the scripts of this folder: where the project is, how they speak, how they install a system package.

set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
root=$PWD
python=$root/.venv/bin/python
PATH=$root/.venv/bin:$PATH  # the tools of .venv, and the npm that bootstrap puts there when the machine has none

say() { printf '== %s\n' "$*"; }
warn() { printf '!! %s\n' "$*" >&2; }
die() { warn "$@"; exit 1; }

# Prints how to become root ("" when already root, "sudo -n" without a password); fails when neither is possible.
as_root() {
  if [ "$(id -u)" = 0 ]; then return 0; fi
  if command -v sudo >/dev/null && sudo -n true 2>/dev/null; then echo "sudo -n"; return 0; fi
  return 1
}

# apt_install PURPOSE PACKAGE…: installs, or prints the one line that would. Fails when nothing was installed.
apt_install() {
  local purpose=$1 sudo log; shift
  if ! command -v apt-get >/dev/null; then
    warn "$purpose: install what Debian calls '$*' with the package manager of this system."
    return 1
  fi
  if ! sudo=$(as_root); then
    warn "$purpose. Run once: sudo apt-get install -y --no-install-recommends $*"
    return 1
  fi
  say "$purpose: installing $*"
  log=$(mktemp)
  local apt=(env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=120)
  local install=("${apt[@]}" install -y -qq --no-install-recommends "$@")
  if $sudo "${install[@]}" >"$log" 2>&1 || { $sudo "${apt[@]}" update -qq >"$log" 2>&1 && $sudo "${install[@]}" >"$log" 2>&1; }; then
    rm -f "$log"
    return 0
  fi
  tail -n 5 "$log" >&2
  rm -f "$log"
  warn "$purpose: apt-get could not do it. Run once: sudo apt-get update && sudo apt-get install -y --no-install-recommends $*"
  return 1
}
