# shellcheck shell=sh
# shellcheck disable=SC2154  # what testbed sets
# How the testbed speaks and waits.

say() {
  printf '%s\n' "$@"
}

# Names what begins now, with the time since the beginning.
step() {
  printf '%4ds  %s\n' "$(($(date +%s) - begun))" "$*" >&2
}

# fail EXIT_CODE LINE…: what was tried, why it failed, what to do.
fail() {
  code=$1
  shift
  printf '%s\n' "$@" >&2
  exit "$code"
}

log_begin() {
  mkdir -p "$cache"
  : >"$log"
}

# Runs a command; what it says goes to the log and is shown only where it fails.
logged() {
  "$@" >>"$log" 2>&1 && return
  code=$?
  tail -n 40 "$log" >&2
  fail 70 '' "Failed ($code): $*" "All of what it said is in $log."
}

# wait_for SECONDS WHAT COMMAND…: tries until it succeeds; says from time to time that it waits.
wait_for() {
  until_then=$(($(date +%s) + $1))
  what=$2
  shift 2
  told=$(date +%s)
  while ! "$@"; do
    now=$(date +%s)
    if [ "$now" -ge "$until_then" ]; then
      say "Waited in vain for $what." >&2
      return 1
    fi
    if [ $((now - told)) -ge 5 ]; then
      step "… waiting for $what"
      told=$now
    fi
    sleep 0.2
  done
}
