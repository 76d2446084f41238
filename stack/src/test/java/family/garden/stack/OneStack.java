package family.garden.stack;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Hands the one copy of the stack of this JVM to every class that asks for a {@link Stack}: started
 * by the first of them, gone when the last test of the JVM has ended. The JVMs that run side by
 * side have one each.
 */
final class OneStack extends NeedsEngine implements ParameterResolver {
  /**
   * What the copy is called, and how the name of any other copy of this JVM begins. Another {@code
   * booking.stack} keeps two runs on one engine apart; the lane keeps the JVMs of one run apart.
   */
  static final String NAME =
      System.getProperty("booking.stack", "it")
          + "-"
          + System.getProperty("booking.lane", "lane-1");

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Stack.class;
  }

  @Override
  public Stack resolveParameter(ParameterContext parameter, ExtensionContext context) {
    // The store of the session closes what it holds after all classes. That of the root would do
    // so after each, for a JVM of several is handed its classes one at a time.
    return context
        .getStore(StoreScope.LAUNCHER_SESSION, Namespace.create(OneStack.class))
        .getOrComputeIfAbsent(Stack.class, type -> Stack.up(NAME), Stack.class);
  }
}
