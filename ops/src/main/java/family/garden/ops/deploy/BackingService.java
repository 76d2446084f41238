package family.garden.ops.deploy;

import family.garden.ops.release.Release;
import java.util.Locale;
import java.util.Map;

/** A service of which one container runs, beside the servers of both colours. */
enum BackingService {
  // In the order in which they are replaced: the proxy answers 503 while the others are away.
  DATABASE("PostgreSQL"),
  CACHE("Redis"),
  PROXY("nginx");

  private final String product;

  BackingService(String product) {
    this.product = product;
  }

  String describe() {
    return product;
  }

  String composeName() {
    return name().toLowerCase(Locale.ROOT);
  }

  String setting() {
    return "BOOKING_" + name() + "_IMAGE";
  }

  String of(Release release) {
    Release.Images images = release.images();
    return switch (this) {
      case DATABASE -> images.database();
      case CACHE -> images.cache();
      case PROXY -> images.proxy();
    };
  }

  /** Whether another one runs than the release was made with. */
  boolean isOther(Release release, Map<String, String> images) {
    return !of(release).equals(images.get(setting()));
  }
}
