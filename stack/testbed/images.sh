# shellcheck shell=sh
# shellcheck disable=SC2154  # what testbed sets
# Debian's image and ours. Each is named by what is in it (its digest), so what runs is what was
# built, whatever a tag says later.

# Debian 13 by its usual name: pulled where that works, otherwise put together from Debian's packages.
images_debian() {
  docker image inspect debian:trixie-slim >/dev/null 2>&1 && return
  docker pull -q debian:trixie-slim >>"$log" 2>&1 && return
  apt_install mmdebstrap
  step 'Putting Debian 13 together (half a minute)'
  logged images_debian_import
}

images_debian_import() {
  source="[signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] $(debian_mirror)"
  # Empty files where a build mounts its own: mounting would make and remove them otherwise.
  # shellcheck disable=SC2016  # for the shell of the hook
  mmdebstrap --variant=minbase --include=ca-certificates \
    --dpkgopt='path-exclude=/usr/share/doc/*' --dpkgopt='path-exclude=/usr/share/man/*' \
    --dpkgopt='path-exclude=/usr/share/locale/*' \
    --customize-hook='rm -f "$1/etc/hosts" "$1/etc/resolv.conf"; touch "$1/etc/hosts" "$1/etc/resolv.conf"' \
    trixie - "deb $source trixie main" "deb $source trixie-updates main" |
    docker import - debian:trixie-slim
}

# The jars and pages that this machine has built already, so that they are not compiled again.
images_build() {
  images_debian
  step 'Building the images (first time some minutes)'
  "$home/booking" build >>"$log" 2>&1 || fail 70 'The build failed.' "All of what it said is in $log."
  (cd "$home" && REVISION=$(git rev-parse HEAD 2>/dev/null || echo unknown) && export REVISION &&
    logged docker buildx bake --file stack/docker-bake.hcl \
      --set "server.contexts.compiled=$home/server/target/quarkus-app" \
      --set "web.contexts.pages=$home/web/out")
}

# image_digest NAME: the digest of what was built last under this name.
image_digest() {
  docker image inspect --format '{{.Id}}' "booking-$1:${VERSION:-0.1.0-SNAPSHOT}"
}
