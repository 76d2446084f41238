package family.garden.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import family.garden.contract.GardenServer;
import family.garden.contract.TestDatabase;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The web app's files beside the API. */
class WebFilesIT {
  @TempDir static Path folder;

  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private static GardenServer server;

  @BeforeAll
  static void serveTwoPages() throws IOException {
    Path web = folder.resolve("web");
    write(folder.resolve("secret.txt"), "not to be had");
    write(web.resolve("index.html"), "the door");
    write(web.resolve("404.html"), "nothing here");
    write(web.resolve("garden.html"), "the garden");
    write(web.resolve("garden.html.gz"), "the garden, gzip");
    write(web.resolve("garden.html.br"), "the garden, brotli");
    write(web.resolve("garden/tree.txt"), "a tree");
    write(web.resolve("_next/static/chunks/1a2b.js"), "let tent = 1");
    write(web.resolve("manifest.webmanifest"), "{}");
    server =
        GardenServer.on(TestDatabase.shared().fresh()).env("BOOKING_WEB", web.toString()).start();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private static HttpResponse<String> get(String path, String... headers) throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.address() + path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return HTTP.send(request.build(), BodyHandlers.ofString());
  }

  @ParameterizedTest
  @CsvSource({
    "/, the door, text/html; charset=utf-8",
    "/garden, the garden, text/html; charset=utf-8",
    "/garden/tree.txt, a tree, text/plain; charset=utf-8",
    "/_next/static/chunks/1a2b.js, let tent = 1, text/javascript; charset=utf-8",
    "/manifest.webmanifest, {}, application/manifest+json",
  })
  void handsOutFilesWithTheirType(String path, String body, String type) throws Exception {
    HttpResponse<String> answer = get(path);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo(body);
    assertThat(answer.headers().firstValue("content-type")).contains(type);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "gzip, deflate, br | br | the garden, brotli",
        "gzip | gzip | the garden, gzip",
        "br;q=0, gzip;q=0.5 | gzip | the garden, gzip",
        "identity | | the garden",
      })
  void sendsTheSmallestThatTheReaderUnderstands(String accepted, String encoding, String body)
      throws Exception {
    HttpResponse<String> answer = get("/garden", "Accept-Encoding", accepted);

    assertThat(answer.headers().firstValue("content-encoding").orElse(null)).isEqualTo(encoding);
    assertThat(answer.body()).isEqualTo(body);
    assertThat(answer.headers().firstValue("vary").orElse("")).containsIgnoringCase("encoding");
  }

  /** People type it, and some programs add it to a link. */
  @ParameterizedTest
  @CsvSource({"/garden/, /garden", "/garden/?next=%2Fbook, /garden?next=%2Fbook"})
  void leadsAnAddressWithASlashToThePage(String typed, String page) throws Exception {
    HttpResponse<String> answer = get(typed);
    assertThat(answer.statusCode()).isEqualTo(308);
    assertThat(answer.headers().firstValue("location")).contains(page);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/nothing/", "//evil.example/", "/garden/tree/", "/garden/%2e%2e/x/"})
  void leadsNoOtherAddressAnywhere(String typed) throws Exception {
    assertThat(get(typed).statusCode()).isEqualTo(404);
  }

  @Test
  void letsNothingInlineOrForeignRun() throws Exception {
    String policy = get("/garden").headers().firstValue("content-security-policy").orElseThrow();

    assertThat(policy)
        .contains("script-src 'self';", "default-src 'none'", "frame-ancestors 'none'")
        .doesNotContain("unsafe");
  }

  @Test
  void keepsForeverOnlyWhatHasItsHashInItsName() throws Exception {
    assertThat(get("/_next/static/chunks/1a2b.js").headers().firstValue("cache-control"))
        .contains("public, max-age=31536000, immutable");
    assertThat(get("/garden").headers().firstValue("cache-control")).contains("no-cache");
  }

  @Test
  void sendsAPageAgainOnlyWhenItChanged() throws Exception {
    String etag = get("/garden").headers().firstValue("etag").orElseThrow();

    for (String known : List.of("W/" + etag, "\"x\", " + etag, "*")) {
      assertThat(get("/garden", "If-None-Match", known).statusCode()).as(known).isEqualTo(304);
    }
    HttpResponse<String> again = get("/garden", "If-None-Match", etag);

    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
    assertThat(get("/garden", "If-None-Match", "\"other\"").statusCode()).isEqualTo(200);
  }

  @Test
  void tellsTheSizeToWhoOnlyAsksForTheHead() throws Exception {
    HttpRequest head =
        HttpRequest.newBuilder(URI.create(server.address() + "/garden"))
            .method("HEAD", BodyPublishers.noBody())
            .build();

    HttpResponse<String> answer = HTTP.send(head, BodyHandlers.ofString());

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("content-length")).contains("10");
    assertThat(answer.body()).isEmpty();
  }

  @Test
  void showsPeopleAPageWhereThereIsNothing() throws Exception {
    HttpResponse<String> page = get("/nowhere", "Accept", "text/html,*/*");
    HttpResponse<String> problem = get("/nowhere", "Accept", "application/json");

    assertThat(page.statusCode()).isEqualTo(404);
    assertThat(page.body()).isEqualTo("nothing here");
    assertThat(problem.statusCode()).isEqualTo(404);
    assertThat(problem.headers().firstValue("content-type")).contains("application/problem+json");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/../secret.txt",
        "/garden/../../secret.txt",
        "/..%2fsecret.txt",
        "/%2e%2e/secret.txt",
        "/garden.html.gz",
        "//secret.txt",
      })
  void leavesTheFolderForNobody(String path) throws Exception {
    assertThat(get(path, "Accept", "application/json").statusCode()).isEqualTo(404);
  }

  @Test
  void leavesTheApiAlone() throws Exception {
    HttpResponse<String> live = get("/api/health/live", "Accept", "text/html,*/*");
    HttpResponse<String> unknown = get("/api/nothing", "Accept", "text/html,*/*");

    assertThat(live.body()).contains("UP");
    assertThat(live.headers().firstValue("content-security-policy").orElseThrow())
        .doesNotContain("script-src");
    assertThat(unknown.body()).doesNotContain("nothing here");
  }
}
