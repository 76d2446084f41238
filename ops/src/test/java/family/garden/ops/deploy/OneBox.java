package family.garden.ops.deploy;

import family.garden.ops.NeedsEngine;
import family.garden.ops.StackCopy;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Hands the one copy of the stack of this JVM to every class that asks for a {@link StackCopy}:
 * started by the first of them, gone when the last test of the JVM has ended. The JVMs that run
 * side by side have one each. Each test leaves the colour that it found.
 */
public final class OneBox extends NeedsEngine implements ParameterResolver {
  /** A release that is as good as what runs. */
  static final String GOOD = "8.0.1";

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType().isAssignableFrom(Box.class);
  }

  @Override
  public Box resolveParameter(ParameterContext parameter, ExtensionContext context) {
    // The store of the session closes what it holds after all classes. That of the root would do
    // so after each, for a JVM of several is handed its classes one at a time.
    return context
        .getStore(StoreScope.LAUNCHER_SESSION, Namespace.create(OneBox.class))
        .getOrComputeIfAbsent(Box.class, type -> start(), Box.class);
  }

  private static Box start() {
    try {
      Box box = Box.up("deploy");
      box.releasing().publishToStay(GOOD);
      return box;
    } catch (Exception e) {
      throw new AssertionError("Tried to start a copy of the stack, failed: " + e, e);
    }
  }
}
