# shellcheck shell=sh
# shellcheck disable=SC2154  # what testbed sets
# The container engine: the machine's own if it has one, otherwise one for the testbed alone, in the
# version that the Pi has (Debian 13). It is not installed but unpacked into the cache, where it also
# keeps its images.

engine_home=$cache/engine

engine_find() {
  if docker compose version >/dev/null 2>&1 && docker version >/dev/null 2>&1; then
    return 0
  fi
  [ -x "$engine_home/usr/bin/docker" ] || return 1
  PATH=$engine_home/usr/bin:$engine_home/usr/sbin:$PATH
  DOCKER_HOST=unix://$engine_home/run/docker.sock
  DOCKER_CONFIG=$engine_home/config
  export PATH DOCKER_HOST DOCKER_CONFIG
  docker version >/dev/null 2>&1
}

engine_start() {
  engine_find && return
  [ "${BOOKING_ENGINE_START:-yes}" != no ] ||
    fail 69 'There is no container engine that responds here, and BOOKING_ENGINE_START=no forbids starting one.' \
      'Start one, or unset the variable.'
  [ "$(id -u)" -eq 0 ] ||
    fail 69 'There is no container engine that responds here, and only root can start one.' \
      'Install Docker Engine with Compose v2, or run this as root on Debian.'
  mkdir -p "$cache"
  # Tests call this side by side; the first starts the engine, the others wait for it.
  (flock 9 && engine_unpack && { engine_find || engine_launch; }) 9>"$cache/engine.lock" || return
  engine_find
}

# Unpacks the engine from the Debian release that the Pi runs, from this machine's mirror.
engine_unpack() {
  [ ! -x "$engine_home/usr/bin/docker" ] || return 0
  step "Unpacking the engine of Debian $debian_release"
  command -v apt-get >/dev/null ||
    fail 69 'There is no container engine here, and this is not a Debian machine.' \
      'Install Docker Engine with Compose v2 and start it.'
  apt_install iptables runc
  mkdir -p "$engine_home/config" "$engine_home/run"
  printf '{"cliPluginsExtraDirs": ["%s"]}\n' "$engine_home/usr/libexec/docker/cli-plugins" \
    >"$engine_home/config/config.json"
  debian_unpack "$engine_home" docker.io containerd docker-cli docker-compose docker-buildx
}

# Some virtual disks read 8 MB ahead, and a Pi reads 128 KB. The pages that are read count towards the
# limit of the container, so a server whose program is not in memory yet would push out what it needs:
# 73 GB read and 71 s until it was healthy, instead of 109 MB and 2 s.
engine_read_ahead() {
  mkdir -p "$engine_home/data"
  ahead=/sys/class/bdi/$(findmnt -no MAJ:MIN -T "$engine_home/data" | tr -d ' ')/read_ahead_kb
  if [ -w "$ahead" ] && [ "$(cat "$ahead")" -gt 1024 ]; then
    step "Setting what the disk reads ahead from $(cat "$ahead") to 128 KB, as on the box"
    echo 128 >"$ahead" || true
  fi
}

engine_launch() {
  step 'Starting the engine'
  engine_read_ahead
  rm -f "$engine_home/run/docker.pid"
  # It has a socket and folders of its own. As on the box, containers survive its restart.
  setsid "$engine_home/usr/sbin/dockerd" \
    --host "unix://$engine_home/run/docker.sock" \
    --data-root "$engine_home/data" --exec-root "$engine_home/run/exec" \
    --pidfile "$engine_home/run/docker.pid" \
    --userland-proxy=false --live-restore --log-driver local --log-opt max-size=5m --log-opt max-file=2 \
    >"$engine_home/dockerd.log" 2>&1 </dev/null 9>&- &
  wait_for 60 "the engine to answer" engine_find || {
    tail -n 20 "$engine_home/dockerd.log" >&2
    fail 70 'The engine did not start.' "Its log is $engine_home/dockerd.log."
  }
}
