# The images, built from one Debian; the testbed and the pipeline both use this file.
#   docker buildx bake --file stack/docker-bake.hcl          from the root of the repository

variable "VERSION" { default = "0.1.0-SNAPSHOT" }
variable "REVISION" { default = "unknown" }
variable "PREFIX" { default = "booking" }
# Debian 13, the release that the Pi runs. A release names it by digest.
variable "DEBIAN" { default = "debian:trixie-slim" }

group "default" {
  targets = ["server", "web", "database", "cache", "monitoring"]
}

target "described" {
  labels = {
    "org.opencontainers.image.vendor"   = "Booking"
    "org.opencontainers.image.licenses" = "Apache-2.0"
  }
}

# The images that change with each release. PostgreSQL and Redis have no version label: with one, each
# release would replace them without need, and the site is down meanwhile.
target "released" {
  inherits = ["described"]
  labels = {
    "org.opencontainers.image.version"  = VERSION
    "org.opencontainers.image.revision" = REVISION
  }
}

# Debian and its users: the layers that all images share, on disk and in memory.
target "base" {
  context = "stack/base"
  args    = { DEBIAN = DEBIAN }
}

target "server" {
  inherits   = ["released"]
  context    = "."
  dockerfile = "stack/server/Dockerfile"
  contexts   = { base = "target:base" }
  args       = { VERSION = VERSION, REVISION = REVISION }
  labels     = { "org.opencontainers.image.title" = "Booking: the server" }
  tags       = ["${PREFIX}-server:${VERSION}"]
}

target "web" {
  inherits   = ["released"]
  context    = "."
  dockerfile = "stack/nginx/Dockerfile"
  contexts   = { base = "target:base" }
  labels     = { "org.opencontainers.image.title" = "Booking: nginx with the pages" }
  tags       = ["${PREFIX}-web:${VERSION}"]
}

target "database" {
  inherits = ["described"]
  context  = "stack/postgres"
  contexts = { base = "target:base" }
  labels   = { "org.opencontainers.image.title" = "Booking: PostgreSQL 17" }
  tags     = ["${PREFIX}-database:${VERSION}"]
}

target "cache" {
  inherits = ["described"]
  context  = "stack/redis"
  contexts = { base = "target:base" }
  labels   = { "org.opencontainers.image.title" = "Booking: Redis" }
  tags     = ["${PREFIX}-cache:${VERSION}"]
}

# VictoriaMetrics, vmalert, Alertmanager and node_exporter: only boxes with the monitoring have it.
target "monitoring" {
  inherits = ["described"]
  context  = "stack/monitoring"
  contexts = { base = "target:base" }
  labels   = { "org.opencontainers.image.title" = "Booking: monitoring" }
  tags     = ["${PREFIX}-monitoring:${VERSION}"]
}

# No image: bookingctl as a tar.gz, for the processor that it is built on.
target "ctl" {
  context    = "."
  dockerfile = "stack/ctl/Dockerfile"
  contexts   = { base = "target:base" }
  output     = ["type=local,dest=ops/target"]
}
