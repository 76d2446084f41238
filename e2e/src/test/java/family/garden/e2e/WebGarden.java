package family.garden.e2e;

import family.garden.contract.Launch;
import family.garden.contract.garden.Garden;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

/** Starts gardens whose server serves the built web app. */
final class WebGarden {
  private WebGarden() {}

  static Garden open() {
    return open(launch -> launch);
  }

  static Garden open(UnaryOperator<Launch> settings) {
    Path web = Path.of(System.getProperty("booking.web", "../web/out"));
    if (!Files.exists(web.resolve("index.html"))) {
      throw new IllegalStateException(
          "Tried to serve the web app from %s, it is not built; run mvnw package first"
              .formatted(web.toAbsolutePath()));
    }
    return Garden.open(
        launch -> settings.apply(launch.env("BOOKING_WEB", web.toAbsolutePath().toString())));
  }
}
