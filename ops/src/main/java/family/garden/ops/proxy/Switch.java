package family.garden.ops.proxy;

import family.garden.ops.disk.Durable;
import family.garden.ops.result.OpsException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Which colour people get: green while there is a file "green" in the live folder, otherwise blue.
 * nginx looks for it at each request.
 */
public final class Switch {
  private final Path green;

  public Switch(Path live) {
    this.green = live.resolve("green");
  }

  public Colour live() {
    return Files.exists(green) ? Colour.GREEN : Colour.BLUE;
  }

  /**
   * In force with the next request.
   *
   * @throws OpsException if the folder cannot be written; then it is as it was
   */
  public void to(Colour colour) throws OpsException {
    if (colour == Colour.GREEN) {
      Durable.write(green, "Green is live. Without this file blue is.\n");
    } else {
      Durable.remove(green);
    }
  }
}
