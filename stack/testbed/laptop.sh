# shellcheck shell=sh
# shellcheck disable=SC2154  # what the caller sets
# The computer of a keeper: ssh and scp that find the box, and Ansible.

# make_ssh_wrappers FOLDER CONFIGURATION: at home the network resolves booking.local; here ssh and scp
# in this folder do, by a configuration of ssh.
make_ssh_wrappers() {
  mkdir -p "$1"
  for program in ssh scp; do
    printf '#!/bin/sh\nexec %s -F %s "$@"\n' "$(command -v $program)" "$2" >"$1/$program"
    chmod 755 "$1/$program"
  done
}

# Finds Ansible on this machine or in the cache.
find_ansible() {
  command -v ansible-playbook >/dev/null && return
  # Tests call this side by side; the first installs it, the others wait for it.
  mkdir -p "$cache"
  (flock 9 && install_ansible) 9>"$cache/ansible.lock" || exit
  PATH=$cache/ansible/bin:$PATH
  export PATH
}

install_ansible() {
  [ ! -x "$cache/ansible/bin/ansible-playbook" ] || return 0
  step 'Installing Ansible into the cache'
  apt_install python3 python3-venv &&
    logged python3 -m venv "$cache/ansible" &&
    logged "$cache/ansible/bin/pip" install --quiet 'ansible-core>=2.17'
}
