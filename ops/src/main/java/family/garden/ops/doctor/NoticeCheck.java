package family.garden.ops.doctor;

import family.garden.ops.config.NotifySettings;
import family.garden.ops.config.Settings;
import family.garden.ops.status.StackStatus;
import java.nio.file.Files;

/** Whether the keeper would be notified of a failed deploy. */
final class NoticeCheck implements StackCheck {
  @Override
  public void look(Settings settings, StackStatus status, Findings found) {
    NotifySettings channels = settings.notifications();
    if (Files.exists(channels.webhook())
        || channels.ntfy().isPresent()
        || channels.mail().isPresent()) {
      return;
    }
    found.hint(
        "no notification channel is configured",
        "Set BOOKING_NOTIFY_NTFY or another channel; \"bookingctl notify test\" tries it.");
  }
}
