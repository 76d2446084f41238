package family.garden.ops.notify;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A topic of ntfy; as JSON, since its headers would take no umlauts. */
record Ntfy(URI topic, Path token, Duration limit) implements Channel {
  /** Rings on a phone that is set to quiet. */
  private static final int URGENT = 5;

  private static final int USUAL = 3;

  @Override
  public String name() {
    return "ntfy";
  }

  @Override
  public void send(Notification notification) throws IOException {
    Map<String, Object> document =
        Map.of(
            "topic", topic.getPath().substring(1),
            "title", notification.title(),
            "message", notification.body(),
            "priority", notification.good() ? USUAL : URGENT,
            "tags", List.of(notification.good() ? "white_check_mark" : "warning"));
    Optional<String> secret = Secret.read(token);
    Map<String, String> headers =
        secret.map(known -> Map.of("Authorization", "Bearer " + known)).orElse(Map.of());
    Post.json(topic.resolve("/"), document, headers, limit);
  }
}
