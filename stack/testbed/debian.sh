# shellcheck shell=sh
# shellcheck disable=SC2154  # what testbed sets
# Debian's packages: installed where this machine's own release will do, otherwise unpacked into the
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
    fail 69 "This needs Debian's packages$missing, and only root can install them." \
      "Install them, or run this as root."
  step "Installing$missing"
  # Tests call this side by side, and apt takes one at a time.
  (
    flock 8
    logged apt-get update -q
    # shellcheck disable=SC2086  # several packages
    logged env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends $missing
  ) 8>"$cache/apt.lock"
}

# debian_unpack FOLDER PACKAGE…: only these, without what they need; all of them are there or none.
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

# The mirror that this machine installs from, without naming one.
debian_mirror() {
  sed -n 's/^URIs: *\([^ ]*\/debian\) *$/\1/p; s/^deb .*\(https\{0,1\}:[^ ]*\/debian\) .*/\1/p' \
    /etc/apt/sources.list /etc/apt/sources.list.d/* 2>/dev/null | head -n 1
}

# Releases before the Pi's give no grade.
testssl() {
  command -v apt-get >/dev/null || fail 69 'testssl.sh comes from a Debian mirror, and this is not a Debian machine.'
  mkdir -p "$cache"
  apt_install openssl procps bsdextrautils bind9-dnsutils
  [ -x "$cache/testssl/usr/bin/testssl" ] || debian_unpack "$cache/testssl" testssl.sh
  TESTSSL_INSTALL_DIR=$cache/testssl/etc/testssl exec "$cache/testssl/usr/bin/testssl" "$@"
}
