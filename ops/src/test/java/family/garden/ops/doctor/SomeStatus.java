package family.garden.ops.doctor;

import family.garden.ops.backup.Backup;
import family.garden.ops.deploy.HistoryEntry;
import family.garden.ops.engine.ContainerStatus;
import family.garden.ops.host.Machine;
import family.garden.ops.proxy.Colour;
import family.garden.ops.site.SiteStatus;
import family.garden.ops.status.StackStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The status of a healthy garden, in which a test changes some values. */
public final class SomeStatus {
  static final String HOST = "booking.family.local";

  private List<ContainerStatus> containers = List.of();
  private List<Backup> backups = List.of();
  private Optional<Machine> machine = Optional.empty();
  private List<String> names = List.of(HOST);
  private List<String> unavailable = List.of();
  private List<HistoryEntry> history = List.of();
  private long begins = -1;
  private long ends = 60;

  public SomeStatus containers(List<ContainerStatus> of) {
    containers = of;
    return this;
  }

  public SomeStatus backups(List<Backup> of) {
    backups = of;
    return this;
  }

  public SomeStatus machine(Machine of) {
    machine = Optional.of(of);
    return this;
  }

  public SomeStatus names(String... of) {
    names = List.of(of);
    return this;
  }

  public SomeStatus history(HistoryEntry... of) {
    history = List.of(of);
    return this;
  }

  public SomeStatus unavailable(String... of) {
    unavailable = List.of(of);
    return this;
  }

  /** In how many days its validity begins and ends. */
  public SomeStatus certificate(long from, long until) {
    begins = from;
    ends = until;
    return this;
  }

  public StackStatus at(Instant now) {
    SiteStatus site =
        new SiteStatus(
            true,
            "",
            Optional.of("1.4.0"),
            Optional.empty(),
            Optional.of("blue"),
            Optional.of(now.plus(Duration.ofDays(begins))),
            Optional.of(now.plus(Duration.ofDays(ends))),
            names);
    return new StackStatus(
        now,
        containers,
        site,
        Optional.of(Colour.BLUE),
        Optional.empty(),
        machine,
        backups,
        history,
        List.of(),
        unavailable);
  }
}
