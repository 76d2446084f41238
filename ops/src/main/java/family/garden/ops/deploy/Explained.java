package family.garden.ops.deploy;

import family.garden.ops.result.CommandResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A plan with what each of its steps does.
 *
 * @param seconds that each step took the last time; empty where there was none
 */
public record Explained(Plan plan, Map<String, Double> seconds) implements CommandResult {
  /** As the last of the same operation that was done took. */
  static Explained of(Plan plan, List<HistoryEntry> history) {
    return new Explained(
        plan,
        history.stream()
            .filter(entry -> entry.operation() == plan.operation())
            .filter(entry -> entry.result() == HistoryEntry.Result.DONE)
            .reduce((older, newer) -> newer)
            .map(HistoryEntry::seconds)
            .orElse(Map.of()));
  }

  @Override
  public List<String> lines() {
    List<String> lines = new ArrayList<>(plan.lines());
    for (String step : plan.steps()) {
      String took =
          seconds.containsKey(step)
              ? String.format(Locale.ROOT, "%6.0f s", seconds.get(step))
              : "        ";
      lines.add("  %-16s %s  %s".formatted(step, took, what(step)).stripTrailing());
    }
    if (!seconds.isEmpty()) {
      double all = seconds.values().stream().mapToDouble(Double::doubleValue).sum();
      lines.add(String.format(Locale.ROOT, "The last one took %.0f s.", all));
    }
    return lines;
  }

  /** What a step does; empty where it is not known. */
  static String what(String step) {
    return switch (step) {
      case "pause-monitoring" ->
          "Pauses the monitoring where a second server does not fit beside it.";
      case "backup" -> "Makes a backup, restores it beside the database and compares.";
      case "migrate" -> "Brings the schema to the new version; the old one goes on with it.";
      case "bring-compose" -> "Puts the Compose file of the release in its place.";
      case "start-unit" -> "Tells systemd that Booking runs, so that its timers do their work.";
      case "bring-release" -> "Writes down that the release starts a second time.";
      case "swap-secret" -> "Gives the database and the next server another secret.";
      case "start-new" -> "Starts the second server; nobody is led there yet.";
      case "start-all" -> "Starts everything.";
      case "await-healthy" -> "Waits until it says that it can serve.";
      case "smoke-new" -> "Logs in, looks around, has a booking validated.";
      case "warm-up" -> "Asks it the same often, so that nobody waits for its first answers.";
      case "replace-services" ->
          "Replaces nginx, PostgreSQL and Redis: the site is away for some seconds.";
      case "apply-services" ->
          "Replaces the other containers that run with other settings, if any.";
      case "switch" -> "Leads people to it, from one request to the next.";
      case "read-back" -> "Asks through nginx who answers.";
      case "bake" -> "Watches errors, times and memory; goes back at once if they are worse.";
      case "drain" -> "Waits until the old server has answered all that it began.";
      case "stop-old" -> "Stops the old server. From here on nothing is undone any more.";
      case "keep-previous" -> "Keeps the version to go back to.";
      case "forget-secret" -> "Deletes the old secret.";
      case "prune-images" -> "Removes images that nobody needs.";
      default -> "";
    };
  }
}
