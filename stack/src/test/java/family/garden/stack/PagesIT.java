package family.garden.stack;

import static org.assertj.core.api.Assertions.assertThat;

import family.garden.testkit.Testbed;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Each colour has the pages of its release. */
@ExtendWith(OneStack.class)
class PagesIT {
  private static final String CHUNKS = "/_next/static/chunks/";

  private final Stack stack;
  private final Site site;
  private final LiveColour live;

  private final List<String> releases = new ArrayList<>();

  @TempDir private Path folder;

  PagesIT(Stack stack) {
    this.stack = stack;
    this.site = Site.of(stack);
    this.live = LiveColour.of(stack);
  }

  @AfterEach
  void backToBlue() {
    live.set(Colour.BLUE);
    pages("rm -rf .green* green");
    releases.forEach(each -> Testbed.docker("rmi", each));
  }

  @Test
  void showsThePagesOfTheLiveColour() {
    put(release("one"));
    assertThat(site.get("/release").statusCode()).isEqualTo(404);
    live.set(Colour.GREEN);
    HttpResponse<String> page = site.get("/release");
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).isEqualTo("one\n");
    assertThat(site.get("/garden").statusCode()).isEqualTo(200);
    HttpResponse<String> missing = site.get("/nothing-here");
    assertThat(missing.statusCode()).isEqualTo(404);
    assertThat(missing.body()).startsWith("<!DOCTYPE html>");
    live.set(Colour.BLUE);
    assertThat(site.get("/release").statusCode()).isEqualTo(404);
  }

  @Test
  void findsThePiecesOfBothReleases() {
    put(release("one"));
    String old = pages("ls blue%s | grep -m 1 'js$'".formatted(CHUNKS)).strip();
    pages("rm green%s%s*".formatted(CHUNKS, old));
    for (Colour colour : Colour.values()) {
      live.set(colour);
      for (String chunk : List.of(old, "one.js")) {
        HttpResponse<String> found = site.get(CHUNKS + chunk);
        assertThat(found.statusCode()).as(colour + " " + chunk).isEqualTo(200);
        assertThat(found.headers().allValues("Cache-Control"))
            .containsExactly("public, max-age=31536000, immutable");
      }
      HttpResponse<String> packed = site.get(CHUNKS + old, "Accept-Encoding", "br");
      assertThat(packed.headers().allValues("Content-Encoding")).containsExactly("br");
      assertThat(site.get(CHUNKS + "three.js").statusCode()).isEqualTo(404);
    }
  }

  /** While pages are replaced, a visitor sees the old page or the new one. */
  @Test
  void replacesPagesInOneStep() {
    String one = release("one");
    String two = release("two");
    put(one);
    live.set(Colour.GREEN);
    CompletableFuture<Void> replacing =
        CompletableFuture.runAsync(() -> Stream.of(two, one, two).forEach(this::put));
    long looked =
        Stream.generate(() -> site.get("/release").body())
            .takeWhile(page -> !replacing.isDone())
            .peek(page -> assertThat(page).isIn("one\n", "two\n"))
            .count();
    replacing.join();
    assertThat(looked).isPositive();
    assertThat(site.get("/release").body()).isEqualTo("two\n");
    assertThat(pages("ls -A | grep -c green").strip()).as("the link and its folder").isEqualTo("2");
  }

  @Test
  void leavesPagesAloneThatAreThereAndMendsThoseThatAreDamaged() {
    String one = release("one");
    assertThat(put(one)).contains("Installed the pages");
    assertThat(put(one)).contains("Nothing to do");
    pages("echo damaged >green/release.html");
    assertThat(put(one)).contains("Installed the pages");
    assertThat(pages("cat green/release.html")).isEqualTo("one");
  }

  /** Builds an image with a page and a script file of its own; returns its digest. */
  private String release(String name) {
    String container = stack.container("release-" + name);
    String script =
        "cd /srv/pages && echo %1$s >release.html && echo %1$s >.%2$s%1$s.js"
            .formatted(name, CHUNKS);
    Testbed.docker(
        "run", "--user", "0", "--entrypoint", "sh", "--name", container, web(), "-euc", script);
    try {
      String image = Testbed.docker("commit", "--change", "USER 10001:10000", container).strip();
      releases.add(image);
      return image;
    } finally {
      Testbed.docker("rm", container);
    }
  }

  private String web() {
    return stack.config().at("/services/pages-blue/image").asText();
  }

  /** Installs green's pages, and returns the output. */
  private String put(String image) {
    try {
      Path override = folder.resolve("green.yaml");
      Files.writeString(override, "services: {pages-green: {image: '%s'}}".formatted(image));
      return Testbed.run(
              "compose",
              "--name",
              stack.name(),
              "--override",
              override.toString(),
              "--",
              "run",
              "--rm",
              "--no-TTY",
              Colour.GREEN.pages())
          .expectSuccess()
          .output();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** Runs a command in the folder of all pages, and returns its output. */
  private String pages(String script) {
    return Testbed.docker(
        "run",
        "--rm",
        "--volume",
        "booking-" + stack.name() + "_pages:/pages",
        "--workdir",
        "/pages",
        "--entrypoint",
        "sh",
        web(),
        "-euc",
        script);
  }
}
