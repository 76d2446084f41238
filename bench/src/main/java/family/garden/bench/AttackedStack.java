package family.garden.bench;

import family.garden.bench.abuse.Target;
import family.garden.bench.gap.Trust;
import java.net.URI;
import java.nio.file.Path;

/**
 * A copy of the whole stack, without the limits that nginx has for one address: members and
 * attackers come from the same one here.
 */
final class AttackedStack extends Attacked {
  private final StackCopy copy;

  AttackedStack(Path home) {
    copy = new StackCopy(home, "abuse");
  }

  @Override
  Target target() {
    return new Target(URI.create(copy.address).getPort(), Trust.in(copy.authority()));
  }

  @Override
  String token() {
    return copy.token;
  }

  @Override
  String memory() {
    return copy.docker(
            "stats",
            "--no-stream",
            "--format",
            "{{.Name}} {{.MemUsage}}",
            copy.container("server-blue"),
            copy.container("proxy"))
        .replaceAll("\\s+", " ")
        .strip();
  }

  @Override
  long ends() {
    return (long) copy.restarts("server-blue") + copy.restarts("proxy");
  }

  @Override
  long logLines() {
    return copy.docker("logs", copy.container("server-blue")).lines().count();
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
