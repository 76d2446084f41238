package family.garden.ops.deploy;

import family.garden.ops.release.Release;
import java.util.Locale;
import java.util.Map;

/** A part of the site of which there is only one. */
enum BackingService {
  // In the order in which they are replaced: the proxy answers 503 while the others are away.
  DATABASE("PostgreSQL"),
  CACHE("Redis"),
  PROXY("nginx");

  private final String told;

  BackingService(String told) {
    this.told = told;
  }

  /** As people call it. */
  String describe() {
    return told;
  }

  /** As the Compose file calls it. */
  String service() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Its name in images.env. */
  String setting() {
    return "BOOKING_" + name() + "_IMAGE";
  }

  /** The one that a release was made with. */
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
