# shellcheck shell=sh
# shellcheck disable=SC2154  # what testbed sets
# Debian's image and ours. Each is named by what is in it (its digest), so what runs is what was
# built, whatever a tag says later.

# Debian 13 by its usual name: pulled where that works, otherwise put together from Debian's packages.
images_debian() {
  docker image inspect "$debian" >/dev/null 2>&1 && return
  if [ -z "$foreign" ]; then
    docker pull -q "$debian" >>"$log" 2>&1 && return
  fi
  apt_install mmdebstrap
  [ -z "$foreign" ] || images_learn_arm64
  step 'Putting Debian 13 together'
  logged images_debian_import
}

images_debian_import() {
  source="[signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] $(debian_mirror)"
  # Empty files where a build mounts its own: mounting would make and remove them otherwise.
  # shellcheck disable=SC2016  # for the shell of the hook
  mmdebstrap --variant=minbase --include=ca-certificates --architectures="${architecture#linux/}" \
    --dpkgopt='path-exclude=/usr/share/doc/*' --dpkgopt='path-exclude=/usr/share/man/*' \
    --dpkgopt='path-exclude=/usr/share/locale/*' \
    --customize-hook='rm -f "$1/etc/hosts" "$1/etc/resolv.conf"; touch "$1/etc/hosts" "$1/etc/resolv.conf"' \
    trixie - "deb $source trixie main" "deb $source trixie-updates main" |
    docker import --platform "$architecture" - "$debian"
}

# Programs of the Pi run here through an emulator, which the kernel calls for them.
images_learn_arm64() {
  apt_install qemu-user-static arch-test
  formats=/proc/sys/fs/binfmt_misc
  [ -e $formats/register ] || logged mount -t binfmt_misc binfmt_misc $formats
  [ -e $formats/qemu-aarch64 ] || logged sh -c "cat /usr/lib/binfmt.d/qemu-aarch64.conf >$formats/register"
}

# For which processor: this machine's, or another one's by emulation, under names of its own.
images_for() {
  case $1 in
    '') debian=debian:trixie-slim prefix=booking foreign='' architecture=linux/$(dpkg --print-architecture) ;;
    linux/arm64) debian=debian-arm64:trixie-slim prefix=booking-arm64 foreign=yes architecture=$1 ;;
    *) fail 64 "Images are built for this machine or for linux/arm64, not for \"$1\"." ;;
  esac
}

# One build at a time: tests start copies side by side, and would compile into the same folders.
images_build() {
  images_for "$platform"
  (flock 9 && images_build_alone) 9>"$cache/images.lock"
}

# The jars and pages that this machine has built already, so that they are not compiled again.
# BOOKING_BUILT=yes says that they are those of the sources, as in a build that goes on to its tests.
images_build_alone() {
  images_debian
  step 'Building the images (first time some minutes)'
  [ "${BOOKING_BUILT:-no}" = yes ] ||
    "$home/booking" build >>"$log" 2>&1 || fail 70 'The build failed.' "All of what it said is in $log."
  (cd "$home" && REVISION=$(git rev-parse HEAD 2>/dev/null || echo unknown) && export REVISION &&
    PREFIX=$prefix DEBIAN=$debian && export PREFIX DEBIAN &&
    logged docker buildx bake --file stack/docker-bake.hcl --set "*.platform=$architecture" \
      --set "server.contexts.compiled=$home/server/target/quarkus-app" \
      --set "web.contexts.pages=$home/web/out")
}

# bookingctl with the runtime and the class cache of one processor; ./booking has compiled it.
images_ctl() {
  images_for "$platform"
  images_debian
  step 'Packing bookingctl (first time some minutes)'
  (cd "$home" && PREFIX=$prefix DEBIAN=$debian && export PREFIX DEBIAN &&
    logged docker buildx bake --file stack/docker-bake.hcl --set "*.platform=$architecture" \
      --set "ctl.contexts.compiled=$home/ops/target" ctl)
  ls "$home/ops/target/bookingctl-${architecture#linux/}.tar.gz"
}

# image_digest NAME: the digest of what was built last under this name.
image_digest() {
  docker image inspect --format '{{.Id}}' "booking-$1:${VERSION:-0.1.0-SNAPSHOT}"
}

images_told() {
  docker images --filter "reference=$prefix-*" --format 'table {{.Repository}}\t{{.Size}}\t{{.ID}}'
}
