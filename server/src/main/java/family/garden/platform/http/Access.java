package family.garden.platform.http;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Who may call a resource: on every resource class, and on each method that differs from its class.
 * A resource without it would allow administrators only; a test finds it.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Access {
  Who value();

  /** Groups of callers, each within the one before. */
  enum Who {
    ANYONE,
    /** Logged in; perhaps not approved yet. */
    MEMBER,
    /** Logged in and approved by an administrator. */
    APPROVED,
    ADMINISTRATOR
  }
}
