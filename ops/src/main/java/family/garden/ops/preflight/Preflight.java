package family.garden.ops.preflight;

import family.garden.ops.check.Finding;
import family.garden.ops.config.Settings;
import family.garden.ops.engine.Engine;
import family.garden.ops.proxy.Colour;
import family.garden.ops.proxy.Switch;
import family.garden.ops.result.CommandResult;
import family.garden.ops.result.ExitCode;
import family.garden.ops.result.OpsException;
import family.garden.ops.site.Site;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the checks before a deploy found. */
public record Preflight(List<Finding> findings) implements CommandResult {
  /** Checks what a deploy needs. */
  public static Preflight of(Settings settings, DeployRequest request) {
    Engine engine = new Engine(settings);
    Map<String, DeployCheck> checks = new LinkedHashMap<>();
    checks.put("engine", new EngineAnswers(engine));
    checks.put("disk", new DiskIsFree(settings, engine));
    checks.put("memory", new SecondServerFits(settings, new Memory(engine)));
    checks.put("clock", new ClockIsRight(request.release()));
    checks.put("schema", new SchemaFits(request));
    checks.put("images", new ImagesAreHere(engine, request));
    checks.put(
        "compose",
        new ComposeIsValid(settings, engine, request.images(), request.release().compose()));
    checks.put("unit", new UnitFits(settings));
    if (request.running().isPresent()) {
      Colour live = new Switch(settings.places().live()).live();
      checks.put("smoke", new SmokeAccountIsLetIn(settings, Site.direct(settings, live)));
    }
    return look(checks);
  }

  /**
   * Checks what an upgrade of the backing services needs.
   *
   * @param runs the image of the running database; null where it is unknown
   */
  public static Preflight ofUpgrade(
      Settings settings, DeployRequest request, @Nullable String runs) {
    Engine engine = new Engine(settings);
    String database = request.images().getOrDefault("BOOKING_DATABASE_IMAGE", "");
    Map<String, DeployCheck> checks = new LinkedHashMap<>();
    checks.put("engine", new EngineAnswers(engine));
    checks.put("disk", new DiskIsFree(settings, engine));
    checks.put("images", new ImagesAreHere(engine, request));
    checks.put("database", new SameDatabase(engine, runs, database));
    checks.put("compose", new ComposeIsValid(settings, engine, request.images(), Optional.empty()));
    return look(checks);
  }

  private static Preflight look(Map<String, DeployCheck> checks) {
    List<Finding> findings = new ArrayList<>();
    checks.forEach(
        (name, check) -> {
          try {
            findings.add(check.look().of(name));
          } catch (OpsException e) {
            findings.add(check.urgent(e.getMessage(), "").of(name));
          }
        });
    return new Preflight(findings);
  }

  /**
   * Ends the command where a check found something urgent.
   *
   * @param tried what the checks were for, as in "Tried to …"
   * @throws OpsException with every urgent finding
   */
  public void expectWell(String tried) throws OpsException {
    List<String> bad =
        findings.stream()
            .filter(Finding::isUrgent)
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
                        finding.isUrgent() ? "NO" : "ok",
                        finding.check(),
                        finding.message(),
                        finding.advice())
                    .stripTrailing())
        .toList();
  }

  @Override
  public ExitCode exitCode() {
    return findings.stream().anyMatch(Finding::isUrgent) ? ExitCode.NOT_WELL : ExitCode.DONE;
  }
}
