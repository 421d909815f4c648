#!/bin/sh
# Installs what is missing of debian_packages.txt, or says what to install.
set -eu
list=$(dirname "$0")/debian_packages.txt
command -v dpkg-query >/dev/null 2>&1 || exit 0

missing=
for package in $(grep -v '^#' "$list"); do
    # A Python from elsewhere that can make virtual environments needs no python3-venv.
    if [ "$package" = python3-venv ] && "${PYTHON:-python3}" -c 'import ensurepip' 2>/dev/null; then
        continue
    fi
    state=$(dpkg-query -W -f '${Status}' "$package" 2>/dev/null || true)
    [ "$state" = "install ok installed" ] || missing="$missing $package"
done
[ -n "$missing" ] || exit 0

if [ "$(id -u)" = 0 ]; then
    as_root=
elif command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then
    as_root=sudo
else
    echo "These Debian packages are missing. Install them, then run make again:" >&2
    echo "    sudo apt-get install$missing" >&2
    exit 1
fi
echo "Installing from Debian:$missing"
# $missing and $as_root are meant to be split into words.
# shellcheck disable=SC2086
$as_root apt-get update -qq
# shellcheck disable=SC2086
DEBIAN_FRONTEND=noninteractive $as_root apt-get install -qq -y --no-install-recommends $missing >/dev/null
