package family.garden.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The folder that says which colour is live, by a file that is there or not. */
record Live(Path folder) {
  static Live of(Stack stack) {
    return stack
        .config()
        .at("/services/proxy/volumes")
        .valueStream()
        .filter(each -> each.path("target").asText().equals("/etc/nginx/live"))
        .map(each -> new Live(Path.of(each.path("source").asText())))
        .findFirst()
        .orElseThrow();
  }

  void become(Colour colour) {
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
