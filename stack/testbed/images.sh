# shellcheck shell=sh
# shellcheck disable=SC2154  # what testbed sets
# Debian's image and ours. Copies name images by digest, so they run what was built, even if a tag
# changes later.

# Debian 13 by its usual name: pulled if that works, otherwise built from Debian's packages.
images_debian() {
  docker image inspect "$debian" >/dev/null 2>&1 && return
  if [ -z "$foreign" ]; then
    docker pull -q "$debian" >>"$log" 2>&1 && return
  fi
  apt_install mmdebstrap
  [ -z "$foreign" ] || images_enable_arm64
  step 'Building an image of Debian 13 from its packages'
  logged images_debian_import
}

images_debian_import() {
  source="[signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] $(debian_mirror)"
  # A build mounts its own files here. Empty files keep that from creating and removing them.
  # shellcheck disable=SC2016  # for the shell of the hook
  mmdebstrap --variant=minbase --include=ca-certificates --architectures="${architecture#linux/}" \
    --dpkgopt='path-exclude=/usr/share/doc/*' --dpkgopt='path-exclude=/usr/share/man/*' \
    --dpkgopt='path-exclude=/usr/share/locale/*' \
    --customize-hook='rm -f "$1/etc/hosts" "$1/etc/resolv.conf"; touch "$1/etc/hosts" "$1/etc/resolv.conf"' \
    trixie - "deb $source trixie main" "deb $source trixie-updates main" |
    docker import --platform "$architecture" - "$debian"
}

# Registers an emulator with the kernel, which runs the Pi's programs here.
images_enable_arm64() {
  apt_install qemu-user-static arch-test
  formats=/proc/sys/fs/binfmt_misc
  [ -e $formats/register ] || logged mount -t binfmt_misc binfmt_misc $formats
  [ -e $formats/qemu-aarch64 ] || logged sh -c "cat /usr/lib/binfmt.d/qemu-aarch64.conf >$formats/register"
}

# images_for PLATFORM: sets the names for this machine's processor, or for an emulated one.
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

# The images take the jars and pages that "./booking build" made, so nothing is compiled twice.
# BOOKING_BUILT=yes skips that build, because the caller has just made it.
images_build_alone() {
  images_debian
  step 'Building the images (takes some minutes the first time)'
  [ "${BOOKING_BUILT:-no}" = yes ] ||
    "$home/booking" build >>"$log" 2>&1 || fail 70 'The build failed.' "The whole output is in $log."
  (cd "$home" && REVISION=$(git rev-parse HEAD 2>/dev/null || echo unknown) && export REVISION &&
    PREFIX=$prefix DEBIAN=$debian && export PREFIX DEBIAN &&
    logged docker buildx bake --file stack/docker-bake.hcl --set "*.platform=$architecture" \
      --set "server.contexts.compiled=$home/server/target/quarkus-app" \
      --set "web.contexts.pages=$home/web/out")
}

# Packages bookingctl with a Java runtime and a class cache for one processor.
images_ctl() {
  images_for "$platform"
  images_debian
  step 'Packaging bookingctl (takes some minutes the first time)'
  (cd "$home" && PREFIX=$prefix DEBIAN=$debian && export PREFIX DEBIAN &&
    logged docker buildx bake --file stack/docker-bake.hcl --set "*.platform=$architecture" \
      --set "ctl.contexts.compiled=$home/ops/target" ctl)
  ls "$home/ops/target/bookingctl-${architecture#linux/}.tar.gz"
}

# image_digest NAME: prints the digest of the newest image with this name.
image_digest() {
  docker image inspect --format '{{.Id}}' "booking-$1:${VERSION:-0.1.0-SNAPSHOT}"
}

# images_file PROFILES SERVER WEB DATABASE CACHE: prints the images.env of a stack that no deploy has
# touched; both colours run the same release.
images_file() {
  echo "COMPOSE_PROFILES=$1"
  for colour in BLUE GREEN; do
    echo "BOOKING_${colour}_IMAGE=$2"
    echo "BOOKING_${colour}_WEB_IMAGE=$3"
  done
  echo "BOOKING_PROXY_IMAGE=$3"
  echo "BOOKING_DATABASE_IMAGE=$4"
  echo "BOOKING_CACHE_IMAGE=$5"
}

images_list() {
  docker images --filter "reference=$prefix-*" --format 'table {{.Repository}}\t{{.Size}}\t{{.ID}}'
}
