package family.garden.ops.notify;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * Slack's incoming webhooks, and services that take the same: Mattermost, Rocket.Chat, Discord with
 * {@code /slack} at the end. The address is a secret, so it lies in a file.
 */
record Webhook(Path file, Duration limit) implements Channel {
  @Override
  public String name() {
    return "webhook";
  }

  @Override
  public void send(Notification notification) throws IOException {
    URI address = address(Secret.read(file).orElse(""));
    String text =
        (notification.good() ? ":white_check_mark: *" : ":warning: *")
            + notification.title()
            + "*\n"
            + notification.body();
    Post.json(address, Map.of("text", escaped(text)), Map.of(), limit);
  }

  private URI address(String text) throws IOException {
    if (!text.matches("https?://[^\\s/]+/\\S*")) {
      // The message leaves the text out: it is a secret even where it has another form.
      throw new IOException(file + " holds no address like https://…/…");
    }
    try {
      return URI.create(text);
    } catch (IllegalArgumentException e) {
      throw new IOException(file + " holds no address like https://…/…");
    }
  }

  /** The three characters with a meaning of their own. */
  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
