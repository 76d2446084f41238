# shellcheck shell=sh
# shellcheck disable=SC2154  # what testbed sets
# A copy of the stack: a folder of its own has its settings, secrets and addresses; its containers have
# its name.

copy() {
  folder=$cache/stacks/$name
  # Compose prefers variables of the environment to those in settings.env, so they are removed.
  without=$(env | sed -n 's/^\(BOOKING_[A-Z0-9_]*\)=.*/-u \1/p')
  # 0 means no limit, for "./booking stack compose".
  # shellcheck disable=SC2086  # several options
  timeout --foreground "${compose_timeout:-300}" env $without docker compose --project-directory "$home/stack" --file "$home/stack/compose.yaml" $overrides \
    --env-file "$folder/settings.env" --env-file "$folder/images.env" "$@"
}

copy_up() {
  engine_start
  images_build
  copy_prepare
  step "Starting \"$name\""
  copy up --detach --remove-orphans --quiet-pull >>"$log" 2>&1 ||
    copy_failed 'The stack did not start within five minutes.'
  wait_for 180 'all of it to be healthy' copy_is_healthy || copy_failed 'The stack did not become healthy.'
  step 'Everything is healthy'
  copy_addresses
}

copy_failed() {
  tail -n 20 "$log" >&2
  copy ps --all >&2
  copy logs --tail 15 >&2
  fail 70 '' "$1" "The whole output is in $log."
}

# Whether each service of the chosen profiles runs and is healthy.
copy_is_healthy() {
  copy_services=$(copy config --services | grep -cvx -e certificates -e pages-blue -e pages-green)
  copy_healthy=$(copy ps --format '{{.Health}}' | grep -cx healthy || true)
  [ "$copy_healthy" -ge "$copy_services" ]
}

# Makes settings, secrets and addresses once; they stay until the copy is deleted.
copy_prepare() {
  folder=$cache/stacks/$name
  mkdir -p "$folder/live" "$folder/secrets" "$folder/monitoring/alertmanager" "$folder/monitoring/metrics"
  if [ ! -f "$folder/settings.env" ]; then
    # The lock gives two copies that start at once different numbers.
    (flock 9 && copy_number >"$folder/number.new" && mv "$folder/number.new" "$folder/number") \
      9>"$cache/stacks/numbers"
    number=$(cat "$folder/number")
    https=$((8443 + number)) http=$((8080 + number))
    {
      echo "BOOKING_STACK=booking-$name"
      echo "BOOKING_FRONT=172.30.$((100 + number))"
      echo "BOOKING_HTTP_PORT=$http"
      echo "BOOKING_HTTPS_PORT=$https"
      echo "BOOKING_PUBLIC_URL=https://localhost:$https"
      echo "BOOKING_NAMES='localhost booking.family.local'"
      echo 'BOOKING_BIND=127.0.0.1'
      # bookingctl needs these: ./booking stack with ./booking ctl COMMAND --settings …
      echo "BOOKING_COMPOSE_FILES=$home/stack/compose.yaml"
      echo "BOOKING_STATE=$folder/state"
      echo "BOOKING_BACKUPS=$folder/backups"
      echo "BOOKING_MONITORING_FOLDER=$folder/monitoring"
      printf '%s' "$settings"
      echo "BOOKING_LIVE=$folder/live"
      echo "BOOKING_SECRETS=$folder/secrets"
    } >"$folder/settings.new"
    mv "$folder/settings.new" "$folder/settings.env"
  fi
  for secret in database-password server-secret; do
    [ -s "$folder/secrets/$secret" ] || make_secret "$folder/secrets/$secret"
  done
  # The live colour always runs.
  [ ! -f "$folder/live/green" ] || profiles=blue,green
  images_file "$profiles" "$(image_digest server)" "$(image_digest web)" "$(image_digest database)" \
    "$(image_digest cache)" >"$folder/images.new"
  mv "$folder/images.new" "$folder/images.env"
}

make_secret() {
  (umask 077 && tr -dc A-Za-z0-9 </dev/urandom | head -c 43 >"$1.new")
  # Containers read it through their group; no other user of the machine can.
  chgrp 10000 "$1.new" && chmod 440 "$1.new"
  mv "$1.new" "$1"
}

# Prints the first number that no other copy has and whose ports are free. Ports and network of the copy
# derive from it.
copy_number() {
  number=0
  while grep -qsx "$number" "$cache"/stacks/*/number || port_is_used $((8443 + number)) ||
    port_is_used $((8080 + number)); do
    number=$((number + 1))
  done
  echo "$number"
}

# Whether a program on this machine listens on port $1.
port_is_used() {
  port=$(printf ':%04X 0*:0000 0A' "$1")
  grep -qs "$port" /proc/net/tcp /proc/net/tcp6
}

copy_addresses() {
  # shellcheck disable=SC1090,SC1091  # made by copy_prepare
  . "$cache/stacks/$name/settings.env"
  say '' "  $BOOKING_PUBLIC_URL" "  Its certificate, to trust: http://localhost:$BOOKING_HTTP_PORT/trust"
  link=$(copy logs --no-log-prefix server-blue 2>/dev/null | grep -o 'https://[^ ]*/setup[^ ]*' | tail -n 1 || true)
  [ -z "$link" ] || say "  The first start's link, which makes you the administrator: $link"
}

copy_down() {
  engine_find || { say 'No container engine runs, so no copy of the stack runs.' && return; }
  folder=$cache/stacks/$name
  [ -f "$folder/images.env" ] || { say "There is no copy \"$name\"." && return; }
  step "Stopping \"$name\""
  if [ -n "$with_data" ]; then
    COMPOSE_PROFILES='*' copy down --volumes --remove-orphans >>"$log" 2>&1
    rm -r "$folder"
    step 'Stopped and deleted'
  else
    COMPOSE_PROFILES='*' copy down --remove-orphans >>"$log" 2>&1
    step 'Stopped; its data stays'
  fi
}

copy_status() {
  engine_find || { say 'No container engine runs, so no copy of the stack runs.' && return; }
  [ -f "$cache/stacks/$name/images.env" ] || { say "There is no copy \"$name\"." && return; }
  copy ps --all --format 'table {{.Service}}\t{{.Status}}'
  say ''
  # shellcheck disable=SC2046  # several containers
  docker stats --no-stream --format 'table {{.Name}}\t{{.MemUsage}}\t{{.CPUPerc}}' $(copy ps --quiet)
}
