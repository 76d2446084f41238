package family.garden.ops.proxy;

import family.garden.ops.disk.Durable;
import family.garden.ops.result.OpsException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The live colour: green while the live folder has a file "green", otherwise blue. nginx looks for
 * that file at each request.
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
   * Switches from the next request on.
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
