# shellcheck shell=sh
# shellcheck disable=SC2154  # what testbed sets
# Debian's packages: installed if the release of this machine suffices, otherwise unpacked into the
# cache from the release that the Pi runs.

debian_release=trixie

# Installs packages that are missing.
apt_install() {
  missing=
  for package in "$@"; do
    dpkg -s "$package" >/dev/null 2>&1 || missing="$missing $package"
  done
  [ -n "$missing" ] || return 0
  [ "$(id -u)" -eq 0 ] ||
    fail 69 "This needs the Debian packages$missing, and only root can install them." \
      "Install them, or run this as root."
  step "Installing$missing"
  # Tests call this side by side, and apt allows one call at a time.
  (
    flock 8
    logged apt-get update -q
    # shellcheck disable=SC2086  # several packages
    logged env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends $missing
  ) 8>"$cache/apt.lock"
}

# debian_unpack FOLDER PACKAGE…: unpacks these packages without their dependencies, all or none.
debian_unpack() {
  unpacked=$1
  shift
  packages=$*
  apt=$unpacked.new/apt
  rm -rf "$unpacked.new"
  mkdir -p "$apt/lists/partial" "$apt/archives/partial" "$unpacked"
  printf 'deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] %s %s main\n' \
    "$(debian_mirror)" "$debian_release" >"$apt/sources.list"
  set -- -q -o Dir::Etc::sourcelist="$apt/sources.list" -o Dir::Etc::sourceparts=/dev/null \
    -o Dir::State::lists="$apt/lists" -o Dir::Cache::archives="$apt/archives"
  logged apt-get "$@" update
  # shellcheck disable=SC2086  # several packages
  (cd "$apt/archives" && logged apt-get "$@" download $packages)
  for package in "$apt"/archives/*.deb; do
    logged dpkg -x "$package" "$unpacked.new"
  done
  rm -r "$apt"
  logged mv "$unpacked.new"/* "$unpacked"
  rmdir "$unpacked.new"
}

# Prints the mirror that this machine installs from.
debian_mirror() {
  sed -n 's/^URIs: *\([^ ]*\/debian\) *$/\1/p; s/^deb .*\(https\{0,1\}:[^ ]*\/debian\) .*/\1/p' \
    /etc/apt/sources.list /etc/apt/sources.list.d/* 2>/dev/null | head -n 1
}

# Runs testssl.sh of the Pi's Debian release, because older ones give no grade.
testssl() {
  command -v apt-get >/dev/null || fail 69 'testssl.sh is installed from a Debian mirror, and this is not a Debian machine.'
  mkdir -p "$cache"
  apt_install openssl procps bsdextrautils bind9-dnsutils
  [ -x "$cache/testssl/usr/bin/testssl" ] || debian_unpack "$cache/testssl" testssl.sh
  TESTSSL_INSTALL_DIR=$cache/testssl/etc/testssl exec "$cache/testssl/usr/bin/testssl" "$@"
}
