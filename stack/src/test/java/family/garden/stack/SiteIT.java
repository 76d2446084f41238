package family.garden.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The responses that people get through nginx. */
@ExtendWith(OneStack.class)
class SiteIT {
  private final Stack stack;
  private final Site site;

  SiteIT(Stack stack) {
    this.stack = stack;
    this.site = Site.of(stack);
  }

  @Test
  void handsOutPagesWithoutTheirEnding() {
    HttpResponse<String> page = site.get("/garden");
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).startsWith("<!DOCTYPE html>");
    assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
        .contains("script-src 'self'");
    assertThat(page.headers().allValues("Strict-Transport-Security"))
        .containsExactly("max-age=31536000");
  }

  /** People type it, and some programs add it to a link. */
  @Test
  void leadsAnAddressWithASlashToThePage() {
    HttpResponse<String> answer = site.get("/login/?next=%2Fbook");
    assertThat(answer.statusCode()).isEqualTo(308);
    assertThat(answer.headers().allValues("Location")).containsExactly("/login?next=%2Fbook");
    assertThat(site.get("/api/me/").headers().firstValue("Location")).isEmpty();
    assertThat(site.get("/x%0d%0aSet-Cookie:a/").headers().firstValue("Set-Cookie")).isEmpty();
  }

  /**
   * The files of all releases have the same time, so pages of the same length must not share an
   * ETag.
   */
  @Test
  void letsNoBrowserTakeAnOldPageForTheNewOne() {
    HttpResponse<String> page = site.get("/");
    assertThat(page.headers().firstValue("ETag")).isEmpty();
    assertThat(page.headers().firstValue("Last-Modified")).isEmpty();
    assertThat(page.headers().allValues("Cache-Control")).containsExactly("no-cache");
    assertThat(site.get("/", "If-Modified-Since", "Thu, 01 Jan 2026 00:00:00 GMT").statusCode())
        .isEqualTo(200);
  }

  @Test
  void keepsNothingPersonal() {
    for (String path : new String[] {"/api/me", "/api/health", "/api/nothing"}) {
      assertThat(site.get(path).headers().allValues("Cache-Control")).containsExactly("no-store");
    }
  }

  @Test
  void tellsWhatIsMissingInAPageOfItsOwn() {
    HttpResponse<String> page = site.get("/nothing-here");
    assertThat(page.statusCode()).isEqualTo(404);
    assertThat(page.body()).startsWith("<!DOCTYPE html>");
  }

  @Test
  void refusesWhatIsTooLargeAsAProblem() {
    HttpResponse<String> answer = site.post("/api/auth/login", "x".repeat(70_000));
    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("application/problem+json");
    assertThat(Stack.json(answer.body()).path("detail").asText()).contains("64 KB");
  }

  @Test
  void refusesAFloodAtTheDoorAsAProblem() {
    HttpResponse<String> answer =
        Stream.generate(() -> site.get("/api/auth/methods", "Accept-Language", "en"))
            .limit(60)
            .filter(each -> each.statusCode() == 429)
            .findFirst()
            .orElseThrow();
    assertThat(answer.headers().firstValue("Retry-After")).isPresent();
    assertThat(Stack.json(answer.body()).path("title").asText()).isEqualTo("Too many requests");
  }

  /** nginx limits log-ins by their path; another spelling of the path must not evade the limit. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/auth;x/login",
        "/api/auth%3bx/login",
        "/api//auth/login",
        "/api/./auth/login",
        "/api/x/../auth/login",
        "/api/%2e%2e/api/auth/login",
        "/api%2Fauth/login",
        "/api/auth%5clogin",
        "/api\\auth\\login"
      })
  void refusesASecondSpellingOfAPath(String path) throws IOException {
    try (RawHttp http = new RawHttp(site.sockets(), stack.https())) {
      RawHttp.Answer answer = http.send("GET " + path + " HTTP/1.1", "");
      assertThat(answer.status()).isEqualTo(400);
      assertThat(Stack.json(answer.body()).path("status").asInt()).isEqualTo(400);
    }
  }

  @Test
  void leadsFromPlainToTls() {
    HttpResponse<String> answer =
        site.get(URI.create("http://localhost:" + stack.http() + "/book?from=2027-01-01"));
    assertThat(answer.statusCode()).isEqualTo(308);
    assertThat(answer.headers().firstValue("Location").orElseThrow())
        .isEqualTo("https://localhost:" + stack.https() + "/book?from=2027-01-01");
  }

  @Test
  void writesDownNoSecretOfAnAddress() {
    site.get("/api/calendar/a-secret-of-somebody.ics");
    site.get("/garden?token=another-secret");
    String log = Testbed.docker("logs", stack.container("proxy"));
    assertThat(log).contains("/api/calendar/…").doesNotContain("a-secret-of", "another-secret");
  }

  @Test
  void hidesTheFiguresOfTheServer() {
    assertThat(site.get("/metrics").statusCode()).isEqualTo(404);
  }

  @Test
  void saysSoWhileTheServerIsAway() {
    stack.compose("stop", "server-blue");
    try {
      HttpResponse<String> answer = site.get("/api/me");
      assertThat(answer.statusCode()).isEqualTo(503);
      assertThat(answer.headers().firstValue("Retry-After")).isPresent();
      assertThat(Stack.json(answer.body()).path("title").asText())
          .isEqualTo("Gerade nicht erreichbar");
      assertThat(site.get("/garden").statusCode()).isEqualTo(200);
    } finally {
      stack.compose("up", "--detach", "--wait", "server-blue");
    }
    assertThat(site.get("/api/health/ready").statusCode()).isEqualTo(200);
  }
}
