package family.garden.ops.deploy;

import family.garden.ops.config.Settings;
import family.garden.ops.proxy.Colour;
import family.garden.ops.release.Release;
import family.garden.ops.report.Progress;
import family.garden.ops.report.Trouble;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;

/** Stub. */
public final class Deploys {
  private final Settings settings;

  public Deploys(Settings settings, Progress progress) {
    this.settings = settings;
  }

  @SuppressWarnings("DoNotCallSuggester")
  public Deployed deploy(Release release, Options options) throws Trouble {
    throw Trouble.refused("deploy " + release.version(), "deploys are not there yet", "Wait.");
  }

  public List<HistoryEntry> history() {
    return List.of();
  }

  public Live live() {
    boolean green = Files.exists(settings.places().live().resolve("green"));
    return new Live(green ? Colour.GREEN : Colour.BLUE, Optional.empty(), Optional.empty());
  }
}
