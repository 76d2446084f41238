package family.garden.ops.config;

import java.time.Duration;

/**
 * How careful a deploy is.
 *
 * @param bake {@code BOOKING_BAKE}: seconds for which the new version is watched after the switch;
 *     0 to 3600
 * @param start {@code BOOKING_START_LIMIT}: seconds that a server may take until it is healthy
 * @param slower {@code BOOKING_BAKE_SLOWER}: milliseconds by which one answer in ten must be slower
 *     than before, and three times as slow, for a version to count as slow
 * @param serverMemory {@code BOOKING_SERVER_MEMORY}: MB that a second server needs
 * @param memoryReserve {@code BOOKING_MEMORY_RESERVE}: MB that stay free beside it
 * @param diskReserve {@code BOOKING_DISK_RESERVE}: MB that must be free before a deploy
 * @param smokeEmail {@code BOOKING_SMOKE_EMAIL}: the account that smoke tests log in with; empty
 *     where there is none
 * @param bind {@code BOOKING_BIND}: the address that nginx is published at
 */
public record DeploySettings(
    Duration bake,
    Duration start,
    Duration slower,
    int serverMemory,
    int memoryReserve,
    int diskReserve,
    String smokeEmail,
    String bind) {

  static DeploySettings read(Settings.Reader reader) {
    return new DeploySettings(
        reader.seconds("BOOKING_BAKE", 120, 0, 3600),
        reader.seconds("BOOKING_START_LIMIT", 180, 5, 3600),
        Duration.ofMillis(reader.number("BOOKING_BAKE_SLOWER", 500, 50, 60_000)),
        reader.number("BOOKING_SERVER_MEMORY", 150, 16, 1_000_000),
        reader.number("BOOKING_MEMORY_RESERVE", 20, 0, 1_000_000),
        reader.number("BOOKING_DISK_RESERVE", 1000, 0, 100_000_000),
        reader.matching(
            "BOOKING_SMOKE_EMAIL", "", "(|[^@\\s]+@[^@\\s]+)", "an e-mail address, or nothing"),
        reader.matching(
            "BOOKING_BIND",
            "0.0.0.0",
            "%1$s(\\.%1$s){3}".formatted(Settings.BYTE),
            "an IPv4 address"));
  }

  /** MB that must be free for a second server. */
  public long secondServer() {
    return (long) serverMemory + memoryReserve;
  }

  /** The address at which this machine itself finds nginx. */
  public String loopback() {
    return bind.equals("0.0.0.0") ? "127.0.0.1" : bind;
  }
}
