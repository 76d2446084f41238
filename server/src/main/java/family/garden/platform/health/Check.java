package family.garden.platform.health;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** One part whose state the keeper wants to see. */
public abstract class Check {
  private final String name;

  protected Check(String name) {
    this.name = name;
  }

  /** How a part is: DOWN makes the service unready, DEGRADED does not. */
  public enum Status {
    UP,
    DEGRADED,
    DOWN
  }

  /**
   * What was found.
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

  /** Looks now; must not throw, and must answer within seconds. */
  public abstract Result look();
}
