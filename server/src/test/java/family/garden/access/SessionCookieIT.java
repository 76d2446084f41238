package family.garden.access;

import static org.assertj.core.api.Assertions.assertThat;

import family.garden.contract.Answer;
import family.garden.contract.Api;
import family.garden.contract.GardenServer;
import family.garden.contract.People.Person;
import family.garden.contract.garden.Garden;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** The name of the session cookie, without TLS and with it. */
class SessionCookieIT {
  @AutoClose private static final Garden GARDEN = Garden.open();

  private static final GardenServer TLS =
      GARDEN.anotherServer(launch -> launch.env("BOOKING_PUBLIC_URL", "https://garden.example"));

  private static final Person ANNA = GARDEN.member("Anna");

  /** The rules of browsers for this prefix of a name: RFC 6265bis, section 4.1.3.2. */
  @Test
  void isBoundToThisHostUnderTls() {
    assertThat(cookie(logIn(TLS.api())))
        .startsWith("__Host-booking_session=")
        .contains(";Secure;", ";Path=/;")
        .doesNotContain(";Domain");
  }

  @Test
  void hasThePlainNameWhereBrowsersWouldRefuseTheOther() {
    assertThat(cookie(logIn(GARDEN.api())))
        .startsWith("booking_session=")
        .doesNotContain(";Secure");
  }

  @Test
  void isReadUnderTheOneNameThatIsGiven() {
    TLS.api().secureCookie(ANNA.token()).get("/api/me").expect(200);
    TLS.api().cookie(ANNA.token()).get("/api/me").expect(401);
    GARDEN.api().cookie(ANNA.token()).get("/api/me").expect(200);
    GARDEN.api().secureCookie(ANNA.token()).get("/api/me").expect(401);

    assertThat(isSignedIn(TLS.api().secureCookie(ANNA.token()))).isTrue();
    assertThat(isSignedIn(TLS.api().cookie(ANNA.token()))).isFalse();
    assertThat(isSignedIn(GARDEN.api().cookie(ANNA.token()))).isTrue();
    assertThat(isSignedIn(GARDEN.api().secureCookie(ANNA.token()))).isFalse();
  }

  /** Another host of the domain can set a cookie only without the prefix. */
  @Test
  void isNotReplacedByAPlantedOne() {
    Person mallory = GARDEN.member("Mallory");
    String both = "booking_session=" + mallory.token() + "; __Host-booking_session=" + ANNA.token();
    assertThat(
            TLS.api()
                .header("Cookie", both)
                .get("/api/me")
                .expect(200)
                .body()
                .path("firstName")
                .asText())
        .isEqualTo("Anna");
  }

  @Test
  void isClearedUnderItsName() {
    String token = logIn(TLS.api()).body().path("token").asText();
    Answer out = TLS.api().secureCookie(token).post("/api/auth/logout").expect(204);
    assertThat(cookie(out)).startsWith("__Host-booking_session=;").contains("Max-Age=0");
  }

  private static Answer logIn(Api api) {
    return api.post("/api/auth/login", Map.of("email", ANNA.email(), "password", ANNA.password()))
        .expect(200);
  }

  private static String cookie(Answer answer) {
    return Objects.requireNonNull(answer.header("Set-Cookie"));
  }

  private static boolean isSignedIn(Api api) {
    return api.get("/api/auth/methods").expect(200).body().path("signedIn").asBoolean();
  }
}
