# shellcheck shell=sh
# shellcheck disable=SC2154  # what testbed sets
# The container engine: the machine's own where there is one, otherwise one that belongs to the
# testbed alone, of the very version that the Pi has (Debian 13). Nothing of it is installed; it is
# unpacked into the cache and keeps its images there.

engine_home=$cache/engine
engine_release=trixie

engine_find() {
  if docker compose version >/dev/null 2>&1 && docker info >/dev/null 2>&1; then
    return 0
  fi
  [ -x "$engine_home/usr/bin/docker" ] || return 1
  PATH=$engine_home/usr/bin:$engine_home/usr/sbin:$PATH
  DOCKER_HOST=unix://$engine_home/run/docker.sock
  DOCKER_CONFIG=$engine_home/config
  export PATH DOCKER_HOST DOCKER_CONFIG
  docker info >/dev/null 2>&1
}

engine_start() {
  engine_find && return
  [ "$(id -u)" -eq 0 ] ||
    fail 69 'There is no container engine that answers here, and only root can start one.' \
      'Install Docker Engine with Compose v2, or run this as root on Debian.'
  engine_unpack
  engine_find || engine_launch
}

# Debian's packages of the release that the Pi runs, from the mirror that this machine uses.
engine_unpack() {
  [ -x "$engine_home/usr/bin/docker" ] && return
  step "Unpacking the engine of Debian $engine_release"
  command -v apt-get >/dev/null ||
    fail 69 'There is no container engine here, and this is not a Debian machine.' \
      'Install Docker Engine with Compose v2 and start it.'
  apt_install iptables runc
  apt=$engine_home/apt
  mkdir -p "$apt/lists/partial" "$apt/archives/partial"
  printf 'deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] %s %s main\n' \
    "$(debian_mirror)" "$engine_release" >"$apt/sources.list"
  set -- -q -o Dir::Etc::sourcelist="$apt/sources.list" -o Dir::Etc::sourceparts=/dev/null \
    -o Dir::State::lists="$apt/lists" -o Dir::Cache::archives="$apt/archives"
  logged apt-get "$@" update
  (cd "$apt/archives" &&
    logged apt-get "$@" download docker.io containerd docker-cli docker-compose docker-buildx)
  mkdir -p "$engine_home/config" "$engine_home/run"
  for package in "$apt"/archives/*.deb; do
    dpkg -x "$package" "$engine_home"
  done
  printf '{"cliPluginsExtraDirs": ["%s"]}\n' "$engine_home/usr/libexec/docker/cli-plugins" \
    >"$engine_home/config/config.json"
  rm -rf "$apt"
}

engine_launch() {
  step 'Starting the engine'
  rm -f "$engine_home/run/docker.pid"
  # Its own socket and folders; otherwise as on the box: containers outlive it.
  setsid "$engine_home/usr/sbin/dockerd" \
    --host "unix://$engine_home/run/docker.sock" \
    --data-root "$engine_home/data" --exec-root "$engine_home/run/exec" \
    --pidfile "$engine_home/run/docker.pid" \
    --userland-proxy=false --live-restore --log-driver local --log-opt max-size=5m --log-opt max-file=2 \
    >"$engine_home/dockerd.log" 2>&1 </dev/null &
  wait_for 60 "the engine to answer" engine_find || {
    tail -n 20 "$engine_home/dockerd.log" >&2
    fail 70 'The engine did not start.' "What it said is in $engine_home/dockerd.log."
  }
}

# The mirror that this machine installs from, without naming one.
debian_mirror() {
  sed -n 's/^URIs: *\([^ ]*\/debian\) *$/\1/p; s/^deb .*\(https\{0,1\}:[^ ]*\/debian\) .*/\1/p' \
    /etc/apt/sources.list /etc/apt/sources.list.d/* 2>/dev/null | head -n 1
}
