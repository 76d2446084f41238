package family.garden.ops.site;

import family.garden.ops.config.Settings;
import family.garden.ops.json.Json;
import family.garden.ops.json.Node;
import family.garden.ops.result.OpsException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Optional;

/**
 * The status of the site, asked through the proxy of this machine.
 *
 * @param well whether the server says that it is ready
 * @param problem what is wrong; empty if the site is well
 * @param version of the server that answered; empty if none did
 * @param colour of that server
 * @param certificateBegins when it becomes valid
 * @param certificateEnds when it expires
 * @param certificateNames the host names in it
 */
public record SiteStatus(
    boolean well,
    String problem,
    Optional<String> version,
    Optional<String> commit,
    Optional<String> colour,
    Optional<Instant> certificateBegins,
    Optional<Instant> certificateEnds,
    List<String> certificateNames) {
  /** The tag of a DNS name in a certificate (RFC 5280, section 4.2.1.6). */
  private static final Integer DNS = 2;

  public static SiteStatus look(Settings settings) {
    URI address = settings.publicUrl();
    try {
      HttpProbe.Answer ready =
          HttpProbe.at(
              here(settings), settings.httpsPort(), encrypted(address), "/api/health/ready");
      Optional<X509Certificate> shown = ready.certificate();
      Node version = version(settings, address);
      boolean well = ready.status() == 200;
      return new SiteStatus(
          well,
          well ? "" : "it answers " + ready.status() + " and is not ready",
          text(version, "version"),
          text(version, "commit"),
          text(version, "colour"),
          shown.map(X509Certificate::getNotBefore).map(Date::toInstant),
          shown.map(X509Certificate::getNotAfter).map(Date::toInstant),
          shown.map(SiteStatus::names).orElse(List.of()));
    } catch (IOException e) {
      return new SiteStatus(
          false,
          "no answer comes from port %d of this machine (%s)"
              .formatted(settings.httpsPort(), e.getMessage()),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          List.of());
    }
  }

  private static List<String> names(X509Certificate certificate) {
    try {
      Collection<List<?>> all = certificate.getSubjectAlternativeNames();
      return all == null
          ? List.of()
          : all.stream()
              .filter(name -> DNS.equals(name.getFirst()))
              .map(name -> String.valueOf(name.get(1)))
              .toList();
    } catch (CertificateParsingException e) {
      return List.of();
    }
  }

  private static Node version(Settings settings, URI address) throws IOException {
    HttpProbe.Answer answer =
        HttpProbe.at(here(settings), settings.httpsPort(), encrypted(address), "/api/version");
    try {
      return Json.tree(answer.status() == 200 ? answer.body() : "{}", "the site's version");
    } catch (OpsException e) {
      throw new IOException("its version is not JSON", e);
    }
  }

  /** Where nginx listens: an address, so that no name is looked up. */
  private static InetAddress here(Settings settings) throws IOException {
    return InetAddress.getByName(settings.deploys().loopback());
  }

  private static URI encrypted(URI address) {
    return URI.create("https://" + address.getAuthority());
  }

  private static Optional<String> text(Node document, String name) {
    return Optional.of(document.path(name).text()).filter(text -> !text.isEmpty());
  }

  public String describe() {
    return well ? "answers" : problem;
  }
}
