package family.garden.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.google.gson.JsonObject;
import family.garden.contract.FreePorts;
import family.garden.contract.People.Person;
import family.garden.contract.garden.Garden;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Objects;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Logging in with a provider, whose page is on another site, as in reality. */
class OidcLoginScreenIT {
  private static final MockOAuth2Server PROVIDER = provider();

  private static URI address;
  private static Garden garden;

  private static MockOAuth2Server provider() {
    try {
      Path page =
          Path.of(
              Objects.requireNonNull(OidcLoginScreenIT.class.getResource("/provider.html"))
                  .toURI());
      return new MockOAuth2Server(new OAuth2Config(true, page.toString()));
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  @BeforeAll
  static void open() throws IOException {
    PROVIDER.start();
    int port = FreePorts.one();
    // Browsers withhold cookies between sites; two ports of one host name are the same site.
    address = URI.create("http://127.0.0.1:" + port);
    garden =
        WebGarden.open(
            launch ->
                launch
                    .env("BOOKING_PORT", Integer.toString(port))
                    .env("BOOKING_PUBLIC_URL", address.toString())
                    .env("BOOKING_OIDC_ISSUER", PROVIDER.issuerUrl("provider").toString())
                    .env("BOOKING_OIDC_CLIENT_ID", "garden-client")
                    .env("BOOKING_OIDC_CLIENT_SECRET", "the secret of the client")
                    .env("BOOKING_OIDC_NAME", "Familie"));
  }

  @AfterAll
  static void close() {
    garden.close();
    PROVIDER.shutdown();
  }

  @BeforeEach
  void forgive() {
    garden.forgiveAttempts();
  }

  private static Visitor leaving(Device device) {
    Visitor visitor = Visitor.stranger(address, device).goTo("/");
    visitor.link("Mit Familie anmelden").click();
    assertThat(visitor.page()).hasTitle("Der Anbieter");
    return visitor;
  }

  private static void agree(Visitor visitor, String email, boolean verified) {
    JsonObject claims = new JsonObject();
    claims.addProperty("email", email);
    claims.addProperty("email_verified", verified);
    claims.addProperty("given_name", "Käthe");
    claims.addProperty("family_name", "Außen");
    visitor.field("Wer bist du?").fill(email);
    visitor.field("Was stimmt").fill(claims.toString());
    visitor.button("Ja").click();
  }

  @ParameterizedTest
  @EnumSource(Device.class)
  void logsAMemberIn(Device device) {
    Person anna = garden.member("Anna");
    try (Visitor visitor = leaving(device)) {
      agree(visitor, anna.email(), true);
      visitor.isAt("/garden").seesHeading("Der Garten");
      visitor.link("Profil").click();
      assertThat(visitor.field("Vorname")).hasValue("Anna");
      visitor.page().reload();
      assertThat(visitor.field("Vorname")).hasValue("Anna");
    }
  }

  @Test
  void tellsANewMemberWhatComesNext() {
    try (Visitor visitor = leaving(Device.PHONE)) {
      agree(visitor, "kaethe@garden.example", true);
      visitor.isAt("/garden");
      assertThat(visitor.text("Dein Konto wartet noch auf die Freigabe.")).isVisible();
      assertThat(visitor.text("sobald dich jemand freigegeben hat")).isVisible();
      try (Visitor gerda =
          Visitor.of(garden, Device.DESK, garden.administrator()).goTo("/admin/people")) {
        gerda.button("Freigeben Käthe Außen").click();
        assertThat(gerda.text("Käthe Außen ist freigegeben.")).isVisible();
      }
      visitor.page().reload();
      visitor.seesHeading("Der Garten");
      assertThat(visitor.text("wartet noch auf die Freigabe")).hasCount(0);
    }
  }

  @Test
  void returnsToTheLoginPageAfterADenial() {
    Person anna = garden.member("Anna");
    try (Visitor visitor = leaving(Device.PHONE)) {
      visitor.link("Nein").click();
      visitor.isAt("/login").seesHeading("Willkommen im Garten");
      assertThat(visitor.alert())
          .hasText("Die Anmeldung wurde abgebrochen oder beim Anbieter abgelehnt.");
      // All ways to log in still work.
      visitor.link("Mit Familie anmelden").click();
      agree(visitor, anna.email(), true);
      visitor.isAt("/garden").seesHeading("Der Garten");
    }
  }

  @Test
  void explainsAnUnverifiedAddress() {
    try (Visitor visitor = leaving(Device.DESK)) {
      agree(visitor, "dora@garden.example", false);
      visitor.isAt("/login");
      assertThat(visitor.alert())
          .containsText("Bestätige sie dort und versuche es dann noch einmal");
    }
  }

  @Test
  void sendsARevokedMemberToTheAdministrators() {
    Person rita = garden.member("Rita");
    garden.sql().run("UPDATE member SET status = 'Revoked' WHERE id = ?", rita.id());
    try (Visitor visitor = leaving(Device.PHONE)) {
      agree(visitor, rita.email(), true);
      visitor.isAt("/login");
      assertThat(visitor.alert()).containsText("Frag die Verwaltung, wenn das nicht stimmt.");
    }
  }
}
