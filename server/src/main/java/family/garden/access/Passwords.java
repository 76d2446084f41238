package family.garden.access;

import family.garden.platform.http.Refusal;
import family.garden.platform.http.Text;
import family.garden.platform.http.Violations;
import jakarta.inject.Singleton;
import java.text.Normalizer;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Weighs and hashes passwords, one at a time, so that a storm of log-ins queues for processor time
 * instead of using up the heap.
 */
@Singleton
public final class Passwords {
  private static final int LEAST = 10;
  private static final int MOST = 128;
  private static final double LEAST_GUESSES = 8;
  private static final int TIMEOUT_SECONDS = 5;

  private final Semaphore one = new Semaphore(1, true);

  private volatile @Nullable String nobodys;

  /**
   * Notes at {@code field} what is wrong with a new password: it needs 10 to 128 characters, and a
   * hundred million guesses at least of somebody who tries first what people choose.
   *
   * @param personal what a guesser knows of the person and the place, in lower case
   * @throws Refusal 503 if too many wait for their turn
   */
  public void check(
      @Nullable String password, String field, Collection<String> personal, Violations violations) {
    int length = password == null ? 0 : password.codePointCount(0, password.length());
    if (password == null || length < LEAST || length > MOST) {
      violations.add(field, Text.of("password.length", LEAST, MOST));
      return;
    }
    String typed = normalized(password);
    if (isWeak(typed, personal)) {
      boolean weakForAnybody = personal.isEmpty() || isWeak(typed, Set.of());
      violations.add(field, Text.of(weakForAnybody ? "password.weak" : "password.personal"));
    }
  }

  private boolean isWeak(String password, Collection<String> personal) {
    return alone(() -> GuessEstimate.of(password, personal)) < LEAST_GUESSES;
  }

  /**
   * The hash to store, in PHC string format.
   *
   * @throws Refusal 503 if too many wait for their turn
   */
  public String hash(String password) {
    return alone(() -> Argon2Hash.of(normalized(password)).toString());
  }

  /**
   * Whether {@code password} is the one that was hashed. Takes as long where there is no hash.
   *
   * @throws Refusal 503 if too many wait for their turn
   */
  public boolean matches(@Nullable String password, @Nullable String hash) {
    boolean usable = password != null && password.length() <= 2 * MOST;
    String offered = password != null && usable ? normalized(password) : "";
    String stored = hash == null ? nobodys() : hash;
    boolean same = alone(() -> Argon2Hash.parse(stored).matches(offered));
    return usable && hash != null && same;
  }

  /** Compared with where there is no account, so that an answer takes as long as with one. */
  private String nobodys() {
    String made = nobodys;
    if (made == null) {
      made = hash("nobody has this password");
      nobodys = made;
    }
    return made;
  }

  /** The same password typed on another keyboard may come composed in another way. */
  private static String normalized(String password) {
    return Normalizer.normalize(password, Normalizer.Form.NFC);
  }

  private <T> T alone(Supplier<T> work) {
    try {
      if (!one.tryAcquire(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
        throw Refusal.unavailable();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Refusal.unavailable();
    }
    try {
      return work.get();
    } finally {
      one.release();
    }
  }
}
