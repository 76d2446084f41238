package family.garden.ops.deploy;

import family.garden.ops.proxy.Colour;
import family.garden.ops.release.Release;
import family.garden.ops.result.CommandResult;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What would be done.
 *
 * @param from what serves now
 * @param to the colour that is to serve
 * @param services that the release was made with in another version than runs here
 */
public record Plan(
    Operation operation,
    Optional<Release> from,
    Release release,
    Colour to,
    List<String> steps,
    List<String> services)
    implements CommandResult {

  static Plan of(
      Operation operation,
      Optional<Release> from,
      Release release,
      Colour to,
      Map<String, String> images) {
    return new Plan(
        operation,
        from,
        release,
        to,
        Steps.of(operation).stream().map(Step::name).toList(),
        operation == Operation.DEPLOY || operation == Operation.UPGRADE_SERVICES
            ? others(release, images)
            : List.of());
  }

  /** The services that run another image than the release was made with, by their product names. */
  static List<String> others(Release release, Map<String, String> images) {
    return Arrays.stream(BackingService.values())
        .filter(service -> service.isOther(release, images))
        .map(BackingService::describe)
        .toList();
  }

  @Override
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(
        switch (operation) {
          case FIRST ->
              "The machine is empty: %s starts, with everything it needs."
                  .formatted(release.version());
          case DEPLOY ->
              "%s is deployed as %s; %s serves until it has proved itself."
                  .formatted(release.version(), to, serving());
          case ROLLBACK ->
              "%s serves again, as %s, in place of %s.".formatted(release.version(), to, serving());
          case APPLY -> "%s is started a second time, as %s.".formatted(release.version(), to);
          case APPLY_SERVICES -> "%s goes on serving.".formatted(release.version());
          case ROTATE ->
              "%s is started a second time, as %s, with another secret."
                  .formatted(release.version(), to);
          case UPGRADE_SERVICES ->
              "%s become those of %s; the site is away for some seconds."
                  .formatted(String.join(", ", services), release.version());
        });
    if (operation == Operation.DEPLOY) {
      lines.add("The schema of the data will be " + release.schema().version() + ".");
    }
    if (operation == Operation.DEPLOY && !services.isEmpty()) {
      lines.add(
          "It was made with another %s; what runs of these stays until \"bookingctl upgrade-services\"."
              .formatted(String.join(", ", services)));
    }
    return lines;
  }

  private String serving() {
    return from.map(r -> r.version().text()).orElse("what runs now");
  }
}
