package family.garden.ops.config;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How the keeper wants to be told; all of it may be left out. What is secret lies in files, and is
 * read only when something is told.
 *
 * @param webhook {@code BOOKING_NOTIFY_WEBHOOK}: the file with the address that takes Slack's JSON
 *     (notify-webhook among the secrets); where there is none, nothing is sent
 * @param ntfy {@code BOOKING_NOTIFY_NTFY}: a topic's address, like https://ntfy.sh/our-garden
 * @param ntfyToken the file with ntfy's access token (notify-ntfy-token among the secrets), if
 *     there is one
 * @param mail by mail
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
