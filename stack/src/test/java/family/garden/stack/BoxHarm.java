package family.garden.stack;

import java.util.Arrays;
import java.util.List;

/**
 * Ways to harm a box that has systemd, each a shell line that root runs on it, with what the doctor
 * must say. Those that need no systemd are done to a copy of the stack, in {@code Harm} of ops.
 */
enum BoxHarm {
  UNIT_KILLED(
      Group.UNITS,
      "units",
      "booking-backup.service failed when it ran last (signal)",
      """
      systemctl start --no-block booking-backup.service
      until systemctl show -P MainPID booking-backup.service | grep -qv '^0$'; do sleep 0.1; done
      systemctl kill --signal=KILL booking-backup.service
      until systemctl is-failed --quiet booking-backup.service; do sleep 0.1; done"""),
  TIMER_DISABLED(
      Group.UNITS,
      "units",
      "booking-ship.timer does not run",
      "systemctl disable --now booking-ship.timer"),
  TIMER_STOPPED(
      Group.UNITS,
      "units",
      "booking-watch.timer does not run",
      "systemctl stop booking-watch.timer"),
  TIMER_NOT_ENABLED(
      Group.UNITS,
      "units",
      "booking-backup.timer runs, and will not after the next start",
      "systemctl disable booking-backup.timer"),
  STACK_NOT_ENABLED(
      Group.UNITS,
      "units",
      "booking.service runs, and will not after the next start",
      "systemctl disable booking.service"),
  /** First of all that has to do with certificates: a service that ran just now is not late. */
  TIMER_THAT_DOES_NOT_FIRE(
      Group.UNITS,
      "units",
      "booking-certificates.timer started booking-certificates.service last 40 hours ago",
      """
      systemctl stop booking-certificates.timer
      touch -d '40 hours ago' /var/lib/systemd/timers/stamp-booking-certificates.timer
      mkdir /etc/systemd/system/booking-certificates.timer.d
      printf '[Timer]\\nOnCalendar=\\nOnCalendar=2099-01-01\\nOnClockChange=no\\n' \
        >/etc/systemd/system/booking-certificates.timer.d/wrong.conf
      systemctl daemon-reload
      systemctl start booking-certificates.timer""",
      """
      rm -r /etc/systemd/system/booking-certificates.timer.d
      systemctl daemon-reload"""),

  DISK_UNPLUGGED(
      Group.DISK,
      "remote-copy",
      "/mnt/backups/booking cannot be used: there is no such folder",
      """
      mkdir /run/disk
      mount --bind /mnt/backups /run/disk
      umount /mnt/backups""",
      """
      mount --bind /run/disk /mnt/backups
      umount /run/disk
      rmdir /run/disk"""),
  /**
   * A container has the clock of its machine: here it is only what timesyncd leaves that says so.
   */
  CLOCK_NEVER_SET(
      Group.DISK,
      "clock",
      "it was not set from the network",
      "mkdir -p /run/systemd/timesync; rm -f /run/systemd/timesync/synchronized",
      "touch /run/systemd/timesync/synchronized"),

  CACHE_STARTED_AGAIN_AND_AGAIN(
      Group.PARTS,
      "services",
      "cache was started again",
      """
      for time in 1 2 3; do
        # While it is started again it has the number 0, which would mean this very shell.
        until pid=$(docker inspect -f '{{.State.Pid}}' booking-cache-1) && [ "$pid" -gt 0 ] &&
          kill -KILL "$pid"
        do sleep 0.2; done
        until [ "$(docker inspect -f '{{.RestartCount}}' booking-cache-1)" -ge $time ]
        do sleep 0.2; done
      done"""),
  PROXY_REMOVED(
      Group.PARTS, "site", "no answer comes from port", "docker rm --force booking-proxy-1"),
  LIVE_FOLDER_REMOVED(Group.PARTS, "writable", "live is missing", "rm -r /var/lib/booking/live"),

  STACK_STOPPED(
      Group.STACK, "units", "booking.service is not started", "systemctl stop booking.service"),
  PORT_TAKEN(
      Group.STACK,
      "ports",
      "another program listens at port 443",
      """
      systemd-run --quiet --unit=other-program python3 -m http.server 443
      until ss -Hltn 'sport = 443' | grep -q .; do sleep 0.1; done""",
      "systemctl stop other-program.service"),
  /** That a person brings it again is played with a copy of it. */
  IMAGE_LOST(
      Group.STACK,
      "images",
      "the image of BOOKING_CACHE_IMAGE is missing",
      """
      image=$(sed -n 's/^BOOKING_CACHE_IMAGE=//p' /etc/booking/images.env)
      docker save --output /root/image.tar "$image"
      docker image rm --force "$image"
      """,
      "docker load --input /root/image.tar; rm /root/image.tar"),

  SITE_OF_ANOTHER_NAME(
      Group.SETTINGS,
      "certificate",
      "it is for other.family.local, and not for booking.local",
      """
      echo BOOKING_NAMES=other.family.local >>/etc/booking/settings.env
      systemctl start booking-certificates.service""",
      "sed -i '/^BOOKING_NAMES=other/d' /etc/booking/settings.env"),
  REMOTE_COPY_ON_THE_CARD(
      Group.SETTINGS,
      "remote-copy",
      "it is on the same file system as",
      """
      mkdir -p /srv/copies
      echo BOOKING_BACKUP_TARGET=/srv/copies >>/etc/booking/settings.env""",
      "sed -i '/^BOOKING_BACKUP_TARGET=.srv/d' /etc/booking/settings.env"),

  ENGINE_STOPPED(
      Group.ENGINE, "engine", "it does not answer", "systemctl stop docker.socket docker.service");

  /** Harms that are done together. */
  enum Group {
    UNITS,
    DISK,
    PARTS,
    STACK,
    SETTINGS,
    ENGINE
  }

  private final Group group;
  private final String check;
  private final String says;
  private final String act;
  private final String person;

  BoxHarm(Group group, String check, String says, String act) {
    this(group, check, says, act, ":");
  }

  BoxHarm(Group group, String check, String says, String act, String person) {
    this.group = group;
    this.check = check;
    this.says = says;
    this.act = act;
    this.person = person;
  }

  static List<BoxHarm> of(Group group) {
    return Arrays.stream(values()).filter(harm -> harm.group == group).toList();
  }

  String check() {
    return check;
  }

  /** A part of what the doctor says. */
  String says() {
    return says;
  }

  String act() {
    return act;
  }

  /** What the advice says in words, like "plug its disk in". */
  String person() {
    return person;
  }
}
