package family.garden.bench;

import family.garden.bench.abuse.Target;
import family.garden.bench.gap.Trust;
import family.garden.testkit.Testbed;
import java.net.URI;

/**
 * A copy of the whole stack without nginx's limits for one address, because members and attackers
 * have the same address here.
 */
final class AttackedStack extends Attacked {
  private final MeasuredStack copy;

  AttackedStack() {
    copy = new MeasuredStack("abuse");
  }

  @Override
  Target target() {
    return new Target(
        URI.create(copy.address()).getPort(), Trust.in(copy.authority()).getSocketFactory());
  }

  @Override
  String token() {
    return copy.token;
  }

  @Override
  String memory() {
    return Testbed.docker(
            "stats",
            "--no-stream",
            "--format",
            "{{.MemUsage}}",
            copy.container("server-blue"),
            copy.container("proxy"))
        .replaceAll(" / \\S+", "")
        .strip()
        .replaceAll("\\s+", " + ");
  }

  @Override
  long ends() {
    return copy.restarts("server-blue") + copy.restarts("proxy") + endsOfWorkers();
  }

  /**
   * The kernel kills only nginx's worker, and nginx starts another, so the engine sees no restart.
   */
  private long endsOfWorkers() {
    String counts =
        Testbed.docker(
            "exec",
            copy.container("proxy"),
            "busybox",
            "sh",
            "-c",
            "cat /sys/fs/cgroup/memory.events /sys/fs/cgroup/memory/memory.oom_control 2>/dev/null"
                + " | grep '^oom_kill '");
    return Long.parseLong(counts.replaceAll("\\D", ""));
  }

  @Override
  long logLines() {
    return Testbed.docker("logs", copy.container("server-blue")).lines().count();
  }

  @Override
  URI metrics() {
    return URI.create(copy.server.replace(":8080", ":9000") + "/metrics");
  }

  @Override
  public void close() {
    copy.close();
  }
}
