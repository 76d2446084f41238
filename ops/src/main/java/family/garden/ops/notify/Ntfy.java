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
  /** Breaks through on a phone that is set to quiet; the usual. */
  private static final int URGENT = 5;

  private static final int USUAL = 3;

  @Override
  public String name() {
    return "ntfy";
  }

  @Override
  public void take(Notification news) throws IOException {
    Map<String, Object> document =
        Map.of(
            "topic", topic.getPath().substring(1),
            "title", news.title(),
            "message", news.body(),
            "priority", news.good() ? USUAL : URGENT,
            "tags", List.of(news.good() ? "white_check_mark" : "warning"));
    Optional<String> secret = Secret.read(token);
    Map<String, String> headers =
        secret.map(known -> Map.of("Authorization", "Bearer " + known)).orElse(Map.of());
    Post.json(topic.resolve("/"), document, headers, limit);
  }
}
