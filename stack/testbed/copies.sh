# shellcheck shell=sh
# shellcheck disable=SC2154  # what testbed sets
# A copy of the stack: its settings, secrets and addresses lie in a folder of its own; what runs has
# its name.

copy() {
  folder=$cache/stacks/$name
  # Compose prefers a variable of the shell to what stands in settings.env.
  without=$(env | sed -n 's/^\(BOOKING_[A-Z0-9_]*\)=.*/-u \1/p')
  # Who asks for Compose itself ends it himself (0: no limit).
  # shellcheck disable=SC2086  # several options
  timeout --foreground "${patience:-300}" env $without docker compose --project-directory "$home/stack" --file "$home/stack/compose.yaml" $overrides \
    --env-file "$folder/settings.env" --env-file "$folder/images.env" "$@"
}

copy_up() {
  engine_start
  images_build
  copy_prepare
  step "Starting \"$name\""
  copy up --detach --remove-orphans --quiet-pull >>"$log" 2>&1 ||
    copy_failed 'The stack did not start; it has five minutes for it.'
  wait_for 180 'all of it to be healthy' copy_is_healthy || copy_failed 'The stack did not become healthy.'
  step 'Everything is healthy'
  copy_addresses
}

copy_failed() {
  tail -n 20 "$log" >&2
  copy ps --all >&2
  copy logs --tail 15 >&2
  fail 70 '' "$1" "All of what was said is in $log."
}

# Whether each service that is wanted runs and is healthy.
copy_is_healthy() {
  copy_services=$(copy config --services | grep -cvx -e certificates -e pages-blue -e pages-green)
  copy_healthy=$(copy ps --format '{{.Health}}' | grep -cx healthy || true)
  [ "$copy_healthy" -ge "$copy_services" ]
}

# Settings, secrets and addresses; made once, kept for as long as the copy lives.
copy_prepare() {
  folder=$cache/stacks/$name
  mkdir -p "$folder/live" "$folder/secrets"
  if [ ! -f "$folder/settings.env" ]; then
    # Two copies that start at once take two numbers.
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
      # What bookingctl needs of a copy: ./booking stack with ./booking ctl VERB --settings …
      echo "BOOKING_COMPOSE_FILES=$home/stack/compose.yaml"
      echo "BOOKING_STATE=$folder/state"
      echo "BOOKING_BACKUPS=$folder/backups"
      printf '%s' "$settings"
      echo "BOOKING_LIVE=$folder/live"
      echo "BOOKING_SECRETS=$folder/secrets"
    } >"$folder/settings.new"
    mv "$folder/settings.new" "$folder/settings.env"
  fi
  for secret in database-password server-secret; do
    [ -s "$folder/secrets/$secret" ] || copy_secret "$folder/secrets/$secret"
  done
  # The live one runs whatever was asked for.
  [ ! -f "$folder/live/green" ] || profiles=blue,green
  {
    echo "COMPOSE_PROFILES=$profiles"
    echo "BOOKING_PROXY_IMAGE=$(image_digest web)"
    for colour in BLUE GREEN; do
      echo "BOOKING_${colour}_IMAGE=$(image_digest server)"
      echo "BOOKING_${colour}_WEB_IMAGE=$(image_digest web)"
    done
    echo "BOOKING_DATABASE_IMAGE=$(image_digest database)"
    echo "BOOKING_CACHE_IMAGE=$(image_digest cache)"
  } >"$folder/images.new"
  mv "$folder/images.new" "$folder/images.env"
}

copy_secret() {
  (umask 077 && tr -dc A-Za-z0-9 </dev/urandom | head -c 43 >"$1.new")
  # Containers read it by their group; nobody else on the machine does.
  chgrp 10000 "$1.new" && chmod 440 "$1.new"
  mv "$1.new" "$1"
}

# The first number that no other copy has, and whose ports nobody listens at: it gives the copy its
# ports and its network.
copy_number() {
  number=0
  while grep -qsx "$number" "$cache"/stacks/*/number || is_taken $((8443 + number)) ||
    is_taken $((8080 + number)); do
    number=$((number + 1))
  done
  echo "$number"
}

# Whether somebody on this machine listens at port $1.
is_taken() {
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
  engine_find || { say 'No engine runs, so nothing of the stack does.' && return; }
  folder=$cache/stacks/$name
  [ -f "$folder/images.env" ] || { say "There is no copy \"$name\"." && return; }
  step "Stopping \"$name\""
  if [ -n "$with_data" ]; then
    COMPOSE_PROFILES='*' copy down --volumes --remove-orphans >>"$log" 2>&1
    rm -r "$folder"
    step 'Nothing of it is left'
  else
    COMPOSE_PROFILES='*' copy down --remove-orphans >>"$log" 2>&1
    step 'Stopped; its data is kept'
  fi
}

copy_status() {
  engine_find || { say 'No engine runs, so nothing of the stack does.' && return; }
  [ -f "$cache/stacks/$name/images.env" ] || { say "There is no copy \"$name\"." && return; }
  copy ps --all --format 'table {{.Service}}\t{{.Status}}'
  say ''
  # shellcheck disable=SC2046  # several containers
  docker stats --no-stream --format 'table {{.Name}}\t{{.MemUsage}}\t{{.CPUPerc}}' $(copy ps --quiet)
}
