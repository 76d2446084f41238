package family.garden.ops.notify;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * Slack's incoming webhooks, and what understands the same: Mattermost, Rocket.Chat, Discord with
 * {@code /slack} at the end. Whoever knows the address may write, so it lies in a file.
 */
record Webhook(Path file, Duration limit) implements Channel {
  @Override
  public String name() {
    return "webhook";
  }

  @Override
  public void take(Notification news) throws IOException {
    URI address = address(Secret.read(file).orElse(""));
    String text =
        (news.good() ? ":white_check_mark: *" : ":warning: *") + news.title() + "*\n" + news.body();
    Post.json(address, Map.of("text", escaped(text)), Map.of(), limit);
  }

  private URI address(String text) throws IOException {
    if (!text.matches("https?://[^\\s/]+/\\S*")) {
      // Not told: it is a secret even where it is none of the form.
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
