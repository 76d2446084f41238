package family.garden.ops.doctor;

import family.garden.ops.check.Finding;
import family.garden.ops.config.NotifySettings;
import family.garden.ops.config.Settings;
import family.garden.ops.status.StackStatus;
import java.nio.file.Files;
import java.util.List;

/** Whether anybody would hear of a deploy that failed. */
final class NoticeCheck implements StackCheck {
  @Override
  public String name() {
    return "notice";
  }

  @Override
  public List<Finding> look(Settings settings, StackStatus status) {
    NotifySettings ways = settings.notifications();
    if (Files.exists(ways.webhook()) || ways.ntfy().isPresent() || ways.mail().isPresent()) {
      return List.of();
    }
    return List.of(
        hint(
            "there is no way to tell the keeper what happens",
            "Set BOOKING_NOTIFY_NTFY or another way; \"bookingctl notify test\" tries it."));
  }
}
