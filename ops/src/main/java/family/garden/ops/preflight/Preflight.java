package family.garden.ops.preflight;

import family.garden.ops.config.Settings;
import family.garden.ops.engine.Engine;
import family.garden.ops.proxy.Switch;
import family.garden.ops.result.CommandResult;
import family.garden.ops.result.ExitCode;
import family.garden.ops.result.OpsException;
import family.garden.ops.site.Site;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All that was looked at. */
public record Preflight(List<Finding> findings) implements CommandResult {
  /** Looks at everything that a deploy needs. */
  public static Preflight of(Settings settings, DeployRequest wanted) {
    Engine engine = new Engine(settings);
    List<Check> checks =
        new ArrayList<>(
            List.of(
                new EngineAnswers(engine),
                new DiskIsFree(settings, engine),
                new SecondServerFits(settings, new Memory(engine)),
                new ClockIsRight(wanted.release()),
                new SchemaFits(wanted),
                new ImagesAreHere(engine, wanted),
                new ComposeIsValid(settings, engine, wanted.images(), wanted.release().compose()),
                new UnitFits(settings)));
    if (wanted.running().isPresent()) {
      checks.add(
          new SmokeAccountIsLetIn(
              settings, Site.direct(settings, new Switch(settings.places().live()).live())));
    }
    return look(checks);
  }

  /**
   * Looks at what a renewal of the parts needs.
   *
   * @param runs the image of the database that runs
   */
  public static Preflight ofRenewal(
      Settings settings, DeployRequest wanted, @Nullable String runs) {
    Engine engine = new Engine(settings);
    return look(
        List.of(
            new EngineAnswers(engine),
            new DiskIsFree(settings, engine),
            new ImagesAreHere(engine, wanted),
            new SameDatabase(
                engine, runs, wanted.images().getOrDefault("BOOKING_DATABASE_IMAGE", "")),
            new ComposeIsValid(settings, engine, wanted.images(), Optional.empty())));
  }

  private static Preflight look(List<Check> checks) {
    List<Finding> findings = new ArrayList<>();
    for (Check check : checks) {
      try {
        findings.add(check.look());
      } catch (OpsException e) {
        findings.add(Finding.bad(check.name(), String.valueOf(e.getMessage()), ""));
      }
    }
    return new Preflight(findings);
  }

  /**
   * Does nothing where all is well.
   *
   * @throws OpsException with everything that is not
   */
  public void expectWell(String tried) throws OpsException {
    List<String> bad =
        findings.stream()
            .filter(finding -> !finding.well())
            .map(
                finding ->
                    "\n  %s: %s. %s"
                        .formatted(finding.check(), finding.message(), finding.advice()))
            .toList();
    if (!bad.isEmpty()) {
      throw OpsException.refused(
          tried,
          "of %d:%s".formatted(bad.size(), String.join("", bad).replaceFirst("\\.\\s*$", "")),
          "Nothing was touched.");
    }
  }

  @Override
  public List<String> lines() {
    return findings.stream()
        .map(
            finding ->
                "%-4s %-8s %s. %s"
                    .formatted(
                        finding.well() ? "ok" : "NO",
                        finding.check(),
                        finding.message(),
                        finding.advice())
                    .stripTrailing())
        .toList();
  }

  @Override
  public ExitCode exitCode() {
    return findings.stream().allMatch(Finding::well) ? ExitCode.DONE : ExitCode.NOT_WELL;
  }
}
