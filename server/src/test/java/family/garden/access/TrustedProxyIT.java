package family.garden.access;

import static org.assertj.core.api.Assertions.assertThat;

import family.garden.contract.Answer;
import family.garden.contract.Api;
import family.garden.contract.garden.Garden;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The server accepts the caller's address only from a proxy that the keeper configured. */
class TrustedProxyIT {
  private static final int PER_ADDRESS = 60;

  @AutoClose
  private static final Garden GARDEN =
      Garden.open(launch -> launch.env("BOOKING_TRUSTED_PROXIES", "127.0.0.1,::1"));

  private static final Api TRUSTING = GARDEN.api();
  private static final Api WARY = server("192.0.2.1");
  private static final Api ALONE =
      GARDEN.anotherServer(launch -> launch.without("BOOKING_TRUSTED_PROXIES")).api();

  private static Api server(String proxies) {
    return GARDEN.anotherServer(launch -> launch.env("BOOKING_TRUSTED_PROXIES", proxies)).api();
  }

  @BeforeEach
  void begin() {
    GARDEN.forgiveAttempts();
  }

  @Test
  void countsTheAddressThatATrustedProxyTells() {
    guess(TRUSTING, "203.0.113.7");
    assertThat(addresses()).containsExactly(hash("203.0.113.7"));
    exhaust();
    logIn(TRUSTING, "203.0.113.7").expect(429);
    logIn(TRUSTING, "203.0.113.8").expect(401);
    logIn(TRUSTING, "2001:db8::1").expect(401);
  }

  @Test
  void countsAnIpv6CustomersNetworkAsOne() {
    guess(TRUSTING, "2001:db8:1:2::3");
    exhaust();
    logIn(TRUSTING, "2001:db8:1:2:ffff::4").expect(429);
    logIn(TRUSTING, "2001:db8:1:3::3").expect(401);
  }

  @Test
  void doesNotBelieveWhatACallerPutBeforeTheProxysWord() {
    // The proxy appends the address of its peer; the caller may have sent everything before it.
    guess(TRUSTING, "198.51.100.1, 203.0.113.7");
    exhaust();
    logIn(TRUSTING, "198.51.100.2, 203.0.113.7").expect(429);
  }

  @Test
  void believesNobodyElse() {
    for (Api server : List.of(WARY, ALONE)) {
      GARDEN.forgiveAttempts();
      guess(server, "203.0.113.7");
      assertThat(addresses()).doesNotContain(hash("203.0.113.7")).hasSize(1);
      exhaust();
      logIn(server, "203.0.113.8").expect(429);
      server
          .header("Forwarded", "for=203.0.113.9")
          .header("X-Real-IP", "203.0.113.9")
          .post("/api/auth/login", guessing())
          .expect(429);
    }
  }

  private static void guess(Api server, String forwardedFor) {
    logIn(server, forwardedFor).expect(401);
  }

  /** Exhausts the limit of every address so far. */
  private static void exhaust() {
    GARDEN
        .sql()
        .run("UPDATE rate_limit SET attempts = ? WHERE scope = 'Login:address'", PER_ADDRESS);
  }

  private static List<String> addresses() {
    return GARDEN
        .sql()
        .column("SELECT encode(subject, 'hex') FROM rate_limit WHERE scope = 'Login:address'");
  }

  private static String hash(String address) {
    return HexFormat.of().formatHex(Digest.of(address));
  }

  private static Answer logIn(Api server, String forwardedFor) {
    return server.header("X-Forwarded-For", forwardedFor).post("/api/auth/login", guessing());
  }

  private static Map<String, String> guessing() {
    return Map.of("email", UUID.randomUUID() + "@garden.example", "password", "guess");
  }
}
