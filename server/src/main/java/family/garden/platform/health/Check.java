package family.garden.platform.health;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** A health check of one part, for the keeper. */
public abstract class Check {
  private final String name;

  protected Check(String name) {
    this.name = name;
  }

  /** The state of a part: DOWN makes the service unready, DEGRADED does not. */
  public enum Status {
    UP,
    DEGRADED,
    DOWN
  }

  /**
   * The result of a check.
   *
   * @param detail a sentence without secrets
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Result(Status status, @Nullable String detail) {
    public static Result up() {
      return new Result(Status.UP, null);
    }

    public static Result degraded(String detail) {
      return new Result(Status.DEGRADED, detail);
    }

    public static Result down(String detail) {
      return new Result(Status.DOWN, detail);
    }
  }

  String name() {
    return name;
  }

  /** Checks now; must not throw, and must return within seconds. */
  public abstract Result look();
}
