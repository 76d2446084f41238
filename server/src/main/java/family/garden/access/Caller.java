package family.garden.access;

import family.garden.platform.http.Language;
import family.garden.platform.http.Refusal;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The caller of the current request, set by {@link AuthenticationFilter}. */
@RequestScoped
public class Caller {
  private @Nullable Identity identity;
  private String address = "";
  private Device device = Device.of(null);
  private Language language = Language.GERMAN;

  void is(@Nullable Identity who, String from, Device on, Language reads) {
    identity = who;
    address = from;
    device = on;
    language = reads;
  }

  /**
   * Who it is.
   *
   * @throws Refusal 401 if nobody is logged in
   */
  public Identity identity() {
    if (identity == null) {
      throw Refusal.unauthenticated();
    }
    return identity;
  }

  /** The identity of the caller; empty if nobody is logged in. */
  public Optional<Identity> ifKnown() {
    return Optional.ofNullable(identity);
  }

  /** The network address, for rate limits. */
  public String address() {
    return address;
  }

  /** The device that the request came from. */
  Device device() {
    return device;
  }

  /** The language that the request prefers. */
  public Language language() {
    return language;
  }
}
