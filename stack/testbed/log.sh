# shellcheck shell=sh
# shellcheck disable=SC2154  # what testbed sets
# Messages, the log file, and waiting.

say() {
  printf '%s\n' "$@"
}

# Prints the step that begins now, with the seconds since the start of the script.
step() {
  printf '%4ds  %s\n' "$(($(date +%s) - begun))" "$*" >&2
}

# fail EXIT_CODE LINE…: prints what was tried, why it failed and what to do, and exits.
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

# Runs a command with its output in the log; prints the end of the log if the command fails.
logged() {
  "$@" >>"$log" 2>&1 && return
  code=$?
  tail -n 40 "$log" >&2
  fail 70 '' "Failed ($code): $*" "The whole output is in $log."
}

# wait_for SECONDS WHAT COMMAND…: repeats the command until it succeeds, and reports that it waits.
wait_for() {
  until_then=$(($(date +%s) + $1))
  what=$2
  shift 2
  last_report=$(date +%s)
  while ! "$@"; do
    now=$(date +%s)
    if [ "$now" -ge "$until_then" ]; then
      say "Waited for $what, and gave up." >&2
      return 1
    fi
    if [ $((now - last_report)) -ge 5 ]; then
      step "… waiting for $what"
      last_report=$now
    fi
    sleep 0.2
  done
}
