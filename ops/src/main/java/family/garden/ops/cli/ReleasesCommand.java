package family.garden.ops.cli;

import family.garden.ops.config.Settings;
import family.garden.ops.deploy.Deploys;
import family.garden.ops.deploy.HistoryEntry;
import family.garden.ops.deploy.LiveReleases;
import family.garden.ops.release.Release;
import family.garden.ops.release.Releases;
import family.garden.ops.result.CommandResult;
import family.garden.ops.result.OpsException;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;

@Command(
    name = "releases",
    description = "Lists the running release, the published releases and all deploys.")
final class ReleasesCommand extends ResultCommand {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.systemDefault());

  record Known(
      Optional<String> serves,
      Optional<String> previous,
      List<String> published,
      List<HistoryEntry> history)
      implements CommandResult {
    @Override
    public List<String> lines() {
      List<String> lines = new ArrayList<>();
      lines.add("serves     " + serves.orElse("nothing that is known"));
      lines.add("before it  " + previous.orElse("nothing that is known"));
      lines.add("published  " + (published.isEmpty() ? "-" : String.join(", ", published)));
      for (HistoryEntry entry : history) {
        lines.add(
            "%s  %-8s %s -> %s  %s, %d s%s"
                .formatted(
                    TIME.format(entry.startedAt()),
                    entry.operation(),
                    entry.from().orElse("-"),
                    entry.to(),
                    entry.result() == HistoryEntry.Result.DONE ? "done" : "undone",
                    Duration.between(entry.startedAt(), entry.finishedAt()).toSeconds(),
                    entry.reason().isEmpty()
                        ? ""
                        : ": " + entry.reason().lines().findFirst().orElse("")));
      }
      return lines;
    }
  }

  @Override
  CommandResult run() throws OpsException {
    Settings settings = load();
    Deploys deploys = new Deploys(settings, progress());
    LiveReleases live = deploys.live();
    return new Known(
        live.release().map(ReleasesCommand::name),
        live.previous().map(ReleasesCommand::name),
        settings.releases().source().isEmpty()
            ? List.of()
            : new Releases(settings).published().stream().map(Object::toString).toList(),
        deploys.history());
  }

  private static String name(Release release) {
    return release.version().text();
  }
}
