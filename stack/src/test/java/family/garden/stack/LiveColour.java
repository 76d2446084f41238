package family.garden.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The folder in which the file "green" says that green is live. */
record LiveColour(Path folder) {
  static LiveColour of(Stack stack) {
    return stack
        .config()
        .at("/services/proxy/volumes")
        .valueStream()
        .filter(each -> each.path("target").asText().equals("/etc/nginx/live"))
        .map(each -> new LiveColour(Path.of(each.path("source").asText())))
        .findFirst()
        .orElseThrow();
  }

  void set(Colour colour) {
    Path green = folder.resolve("green");
    try {
      switch (colour) {
        case BLUE -> Files.deleteIfExists(green);
        case GREEN -> {
          Path made = Files.writeString(folder.resolve(".green.new"), "since a test\n");
          Files.move(made, green, StandardCopyOption.ATOMIC_MOVE);
        }
      }
    } catch (IOException e) {
      throw new AssertionError("Tried to make " + colour + " live, failed: " + e, e);
    }
  }
}
