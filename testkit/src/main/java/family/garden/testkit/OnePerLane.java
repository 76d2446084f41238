package family.garden.testkit;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Hands the one copy of the stack of this JVM to every class that asks for it: started by the first
 * of them, gone when the last test of the JVM has ended. The JVMs that run side by side have one
 * each.
 *
 * @param <T> the copy
 */
public abstract class OnePerLane<T extends StackCopy> extends NeedsEngine
    implements ParameterResolver {
  private final Class<T> type;

  protected OnePerLane(Class<T> type) {
    this.type = type;
  }

  /** Starts the copy. */
  protected abstract T start() throws Exception;

  private T started() {
    try {
      return start();
    } catch (Exception e) {
      throw new AssertionError("Tried to start a copy of the stack, failed: " + e, e);
    }
  }

  @Override
  public final boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> requested = parameter.getParameter().getType();
    return StackCopy.class.isAssignableFrom(requested) && requested.isAssignableFrom(type);
  }

  @Override
  public final T resolveParameter(ParameterContext parameter, ExtensionContext context) {
    // The store of the session closes what it holds after all classes. That of the root would do
    // so after each, for a JVM of several is handed its classes one at a time.
    return context
        .getStore(StoreScope.LAUNCHER_SESSION, Namespace.create(getClass()))
        .getOrComputeIfAbsent(type, _ -> started(), type);
  }
}
