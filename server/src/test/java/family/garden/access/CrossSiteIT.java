package family.garden.access;

import static org.assertj.core.api.Assertions.assertThat;

import family.garden.contract.Answer;
import family.garden.contract.Api;
import family.garden.contract.Launch;
import family.garden.contract.People.Person;
import family.garden.contract.garden.Garden;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What another site's page can make a browser send, and what the own page sends. */
class CrossSiteIT {
  private static final String HOME = "https://garden.example";

  @AutoClose
  private static final Garden GARDEN =
      Garden.open(launch -> launch.env("BOOKING_PUBLIC_URL", HOME));

  private static final Person ANNA = GARDEN.member("Anna");

  @ParameterizedTest
  @CsvSource({
    "Origin, https://evil.example",
    "Origin, https://garden.example.evil.example",
    "Origin, https://sub.garden.example",
    "Origin, null",
    "Origin, rubbish %",
    "Sec-Fetch-Site, cross-site",
    "Sec-Fetch-Site, same-site"
  })
  void refusesChangesThatAnotherSiteAsksFor(String header, String value) {
    Api browser = GARDEN.api().secureCookie(ANNA.token()).header(header, value);
    Answer refused = patch(browser, "Eve").expect(403);
    assertThat(refused.body().path("detail").asText()).contains("von einer anderen Seite");
    browser.post("/api/auth/logout").expect(403);
    browser.put("/api/me/password", Map.of("currentPassword", "x", "newPassword", "y")).expect(403);
    browser.delete("/api/me", Map.of("password", ANNA.password())).expect(403);
    assertThat(ANNA.api().get("/api/me").expect(200).body().path("firstName").asText())
        .isEqualTo("Anna");
  }

  @Test
  void refusesEvenWithTheOwnOriginWhenTheBrowserSaysOtherwise() {
    Api browser = GARDEN.api().secureCookie(ANNA.token()).header("Origin", HOME);
    patch(browser.header("Sec-Fetch-Site", "cross-site"), "Eve").expect(403);
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://evil.example", "null"})
  void refusesALoginThatAnotherSiteAsksFor(String origin) {
    GARDEN
        .api()
        .header("Origin", origin)
        .post(
            "/api/auth/login",
            Map.of("email", Launch.ADMIN_EMAIL, "password", Launch.ADMIN_PASSWORD))
        .expect(403);
  }

  @ParameterizedTest
  @CsvSource({
    "Origin, https://garden.example",
    "Sec-Fetch-Site, same-origin",
    "Sec-Fetch-Site, none"
  })
  void takesChangesOfTheOwnPage(String header, String value) {
    patch(GARDEN.api().secureCookie(ANNA.token()).header(header, value), "Anna").expect(200);
  }

  @Test
  void takesChangesThroughTheAddressItIsReachedAt() {
    String here = "http://localhost:" + GARDEN.server().address().getPort();
    patch(GARDEN.api().secureCookie(ANNA.token()).header("Origin", here), "Anna").expect(200);
  }

  @Test
  void takesChangesOfAProgram() {
    patch(ANNA.api(), "Anna").expect(200);
    patch(GARDEN.api().secureCookie(ANNA.token()), "Anna").expect(200);
  }

  @ParameterizedTest
  @CsvSource({"Origin, https://evil.example", "Sec-Fetch-Site, cross-site"})
  void takesChangesOfAProgramWhereverItSaysItIsFrom(String header, String value) {
    patch(ANNA.api().header(header, value), "Anna").expect(200);
    Api alsoCookie = GARDEN.api().secureCookie(ANNA.token()).header(header, value);
    patch(alsoCookie.header("Authorization", "Bearer nonsense"), "Eve").expect(401);
    patch(alsoCookie.header("Authorization", "Basic nonsense"), "Eve").expect(403);
  }

  @Test
  void letsLinksOfOtherSitesReadAndGivesTheirScriptsNothing() {
    Answer answer =
        GARDEN
            .api()
            .secureCookie(ANNA.token())
            .header("Origin", "https://evil.example")
            .header("Sec-Fetch-Site", "cross-site")
            .get("/api/me")
            .expect(200);
    assertThat(answer.header("Access-Control-Allow-Origin")).isNull();
    assertThat(answer.header("Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
  }

  private static Answer patch(Api api, String firstName) {
    return api.patch("/api/me", Map.of("firstName", firstName));
  }
}
