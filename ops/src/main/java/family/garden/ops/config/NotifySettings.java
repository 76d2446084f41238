package family.garden.ops.config;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The channels for notifications, all optional. Secrets are in files, which are read only to send a
 * notification.
 *
 * @param webhook {@code BOOKING_NOTIFY_WEBHOOK}: the file with the address that takes Slack's JSON
 *     (notify-webhook among the secrets); without it, nothing is sent
 * @param ntfy {@code BOOKING_NOTIFY_NTFY}: a topic's address, like https://ntfy.sh/our-garden
 * @param ntfyToken the file with ntfy's access token (notify-ntfy-token among the secrets), if
 *     there is one
 * @param mail settings for notifications by mail
 */
public record NotifySettings(
    Path webhook, Optional<URI> ntfy, Path ntfyToken, Optional<NotifyMail> mail) {
  private static final String TOPIC = "(|https?://[A-Za-z0-9.-]+(:\\d+)?/[A-Za-z0-9_-]{1,64})";

  static NotifySettings read(Settings.Reader reader, Path secrets) {
    String ntfy =
        reader.matching(
            "BOOKING_NOTIFY_NTFY", "", TOPIC, "a topic's address like https://ntfy.sh/our-garden");
    return new NotifySettings(
        reader.path("BOOKING_NOTIFY_WEBHOOK", secrets.resolve("notify-webhook")),
        ntfy.isEmpty() ? Optional.empty() : Optional.of(URI.create(ntfy)),
        secrets.resolve("notify-ntfy-token"),
        NotifyMail.read(reader, secrets));
  }
}
