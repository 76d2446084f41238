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

/** What was seen of a garden that is well, but for what a test says. */
public final class SomeSeen {
  static final String HOST = "booking.family.local";

  private List<ContainerStatus> parts = List.of();
  private List<Backup> backups = List.of();
  private Optional<Machine> machine = Optional.empty();
  private List<String> names = List.of(HOST);
  private List<String> blind = List.of();
  private List<HistoryEntry> history = List.of();
  private long begins = -1;
  private long ends = 60;

  public SomeSeen parts(List<ContainerStatus> of) {
    parts = of;
    return this;
  }

  public SomeSeen backups(List<Backup> of) {
    backups = of;
    return this;
  }

  public SomeSeen machine(Machine of) {
    machine = Optional.of(of);
    return this;
  }

  public SomeSeen names(String... of) {
    names = List.of(of);
    return this;
  }

  public SomeSeen history(HistoryEntry... of) {
    history = List.of(of);
    return this;
  }

  public SomeSeen blind(String... of) {
    blind = List.of(of);
    return this;
  }

  /** In how many days it begins and ends to be valid. */
  public SomeSeen certificate(long from, long until) {
    begins = from;
    ends = until;
    return this;
  }

  public StackStatus at(Instant now) {
    SiteStatus front =
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
        parts,
        front,
        Optional.of(Colour.BLUE),
        Optional.empty(),
        machine,
        backups,
        history,
        List.of(),
        blind);
  }
}
