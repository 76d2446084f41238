package family.garden.passkey;

import family.garden.platform.config.Configuration;
import jakarta.inject.Singleton;
import java.net.URI;

/** This site as browsers know it; a passkey is valid only for it. */
@Singleton
final class Site {
  private final String host;
  private final String origin;

  Site(Configuration configuration) {
    URI home = URI.create(configuration.publicUrl());
    this.host = home.getHost();
    this.origin = home.getScheme() + "://" + home.getAuthority();
  }

  /** The relying party's id. */
  String host() {
    return host;
  }

  String origin() {
    return origin;
  }
}
