package family.garden.oidc;

import static family.garden.oidc.IdentityProvider.claims;
import static family.garden.oidc.IdentityProvider.finish;
import static family.garden.oidc.IdentityProvider.problem;
import static family.garden.oidc.IdentityProvider.session;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import family.garden.contract.Answer;
import family.garden.contract.Api;
import family.garden.contract.People;
import family.garden.contract.People.Person;
import family.garden.contract.garden.Garden;
import family.garden.contract.garden.MailServer;
import family.garden.oidc.IdentityProvider.PendingLogin;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who can log in with a provider, and as which member. */
class OidcLoginIT {
  @AutoClose private static final IdentityProvider PROVIDER = new IdentityProvider();
  @AutoClose private static final Garden GARDEN = Garden.open(PROVIDER::on);
  private static final Api API = GARDEN.api();

  @BeforeEach
  void begin() {
    GARDEN.forgiveAttempts();
  }

  @Test
  void takesWhoeverIsNewAndLetsThemWait() {
    try (MailServer mail = MailServer.of(GARDEN)) {
      String email = anyEmail();
      PROVIDER.enqueueClaims("olga", claims(email));
      Answer arrived = PROVIDER.logIn(API).expect(200);
      assertThat(arrived.mediaType()).isEqualTo("text/html");
      assertThat(arrived.text()).contains("http-equiv=\"refresh\"", "url=http://localhost:");
      assertThat(arrived.headers().allValues("Set-Cookie"))
          .anyMatch(cookie -> cookie.matches("booking_session=.+HttpOnly.+SameSite=Strict.*"))
          .anyMatch(cookie -> cookie.matches("booking_oidc=;.*Max-Age=0.*"));
      Api olga = API.cookie(session(arrived));
      JsonNode me = olga.get("/api/me").expect(200).body();
      assertThat(me.path("email").asText()).isEqualTo(email);
      assertThat(me.path("firstName").asText()).isEqualTo("Olga");
      assertThat(me.path("lastName").asText()).isEqualTo("Außen");
      assertThat(me.path("status").asText()).isEqualTo("Pending");
      assertThat(me.path("hasPassword").asBoolean()).isFalse();
      mail.awaitLetter("gerda@garden.example", "Olga Außen");
      mail.awaitAllSent(GARDEN);
      assertThat(mail.letters(email, "Ein neuer Weg")).as("there was no other way").isEmpty();
      assertThat(events(me, "LoginLinked")).isEqualTo("1");

      GARDEN
          .administrator()
          .api()
          .post("/api/admin/users/" + me.path("id").asText() + "/approve")
          .expect(204);
      // From now on the provider's subject identifies the person, not the address.
      PROVIDER.enqueueClaims("olga", claims(anyEmail()));
      JsonNode again =
          API.cookie(session(PROVIDER.logIn(API).expect(200))).get("/api/me").expect(200).body();
      assertThat(again.path("id")).isEqualTo(me.path("id"));
      assertThat(again.path("status").asText()).isEqualTo("Active");
      assertThat(again.path("email").asText()).isEqualTo(email);
    }
  }

  @Test
  void asksForTheAddressWhereTheTokenHasNone() {
    String email = anyEmail();
    PROVIDER.enqueueClaims("authelia", Map.of("azp", IdentityProvider.CLIENT), claims(email));
    JsonNode me =
        API.cookie(session(PROVIDER.logIn(API).expect(200))).get("/api/me").expect(200).body();
    assertThat(me.path("email").asText()).isEqualTo(email);
    assertThat(me.path("firstName").asText()).isEqualTo("Olga");

    Map<String, Object> unverified = claims(anyEmail());
    unverified.put("email_verified", false);
    PROVIDER.enqueueClaims("careless", Map.of("azp", IdentityProvider.CLIENT), unverified);
    assertThat(problem(PROVIDER.logIn(API))).isEqualTo("oidc-email");
  }

  @Test
  void worksOverSeveralServers() {
    Api another =
        GARDEN
            .anotherServer(
                launch ->
                    PROVIDER
                        .on(launch)
                        .env("BOOKING_PUBLIC_URL", GARDEN.server().address().toString()))
            .api();
    PROVIDER.enqueueClaims("paul", claims(anyEmail()));
    PendingLogin paul = PROVIDER.begin(API);
    String callback = PROVIDER.callback(paul);
    another.cookie(session(finish(another, paul, callback).expect(200))).get("/api/me").expect(200);
    assertThat(problem(finish(API, paul, callback))).isEqualTo("oidc-expired");
  }

  @Test
  void knowsAMemberByTheAddress() {
    Person anna = GARDEN.member("Anna");
    PROVIDER.enqueueClaims("anna", claims(anna.email().toUpperCase(Locale.ROOT)));
    Api api = API.cookie(session(PROVIDER.logIn(API).expect(200)));
    JsonNode me = api.get("/api/me").expect(200).body();
    assertThat(me.path("id").asText()).isEqualTo(anna.id().toString());
    assertThat(me.path("firstName").asText()).isEqualTo("Anna");
    assertThat(me.path("hasPassword").asBoolean()).isTrue();
    GARDEN.people().logIn(anna.email(), anna.password());
    JsonNode identities = api.get("/api/me/export").expect(200).body().path("oidcIdentities");
    assertThat(identities).hasSize(1);
    assertThat(identities.at("/0/issuer").asText()).isEqualTo(PROVIDER.issuer());
    assertThat(identities.at("/0/subject").asText()).isEqualTo("anna");

    PROVIDER.enqueueClaims("another anna", claims(anna.email()));
    assertThat(problem(PROVIDER.logIn(API))).isEqualTo("oidc-refused");

    api.delete("/api/me", Map.of("password", anna.password())).expect(204);
    assertThat(GARDEN.sql().column("SELECT subject FROM oidc_identity")).doesNotContain("anna");
  }

  @Test
  void tellsAMemberThatALogInIsLinked() {
    Person berta = GARDEN.member("Berta");
    try (MailServer mail = MailServer.of(GARDEN)) {
      for (int i = 0; i < 2; i++) {
        PROVIDER.enqueueClaims("berta", claims(berta.email()));
        PROVIDER.logIn(API).expect(200);
      }
      mail.awaitLetter(berta.email(), "Ein neuer Weg, sich anzumelden");
      mail.awaitAllSent(GARDEN);
      assertThat(mail.letters(berta.email(), "Ein neuer Weg")).hasSize(1);
    }
    assertThat(
            GARDEN
                .sql()
                .column(
                    "SELECT times FROM security_event WHERE kind = 'LoginLinked' AND member_id = ?",
                    berta.id()))
        .containsExactly("1");
  }

  @Test
  void acceptsAnInvitationForTheOneWhoWasInvited() {
    String email = anyEmail();
    Answer invitation = GARDEN.people().invite(email, "Ida");
    PROVIDER.enqueueClaims("ida", claims(email));
    JsonNode ida =
        API.cookie(session(PROVIDER.logIn(API).expect(200))).get("/api/me").expect(200).body();
    assertThat(ida.path("id").asText()).isEqualTo(invitation.id().toString());
    assertThat(ida.path("status").asText()).isEqualTo("Active");
    assertThat(events(ida, "InvitationAccepted")).isEqualTo("1");
    API.post(
            "/api/auth/accept-invitation",
            Map.of("token", People.token(invitation), "password", "tulips in the rain"))
        .expect(400);
  }

  @Test
  void takesAnAddressFromWhoeverRegisteredWithItBefore() {
    String email = anyEmail();
    Map<String, String> typed =
        Map.of(
            "email", email,
            "password", "known to the thief",
            "firstName", "Theo",
            "lastName", "Dieb");
    API.post("/api/auth/register", typed).expect(202);
    PROVIDER.enqueueClaims("victim", claims(email));
    JsonNode victim =
        API.cookie(session(PROVIDER.logIn(API).expect(200))).get("/api/me").expect(200).body();
    assertThat(victim.path("status").asText()).isEqualTo("Pending");
    assertThat(victim.path("firstName").asText()).isEqualTo("Olga");
    API.post("/api/auth/login", Map.of("email", email, "password", "known to the thief"))
        .expect(401);
    assertThat(
            GARDEN
                .sql()
                .one(
                    "SELECT count(*) FROM one_time_token WHERE member_id = ?",
                    UUID.fromString(victim.path("id").asText())))
        .isEqualTo("0");
  }

  @Test
  void takesAnAddressAlsoFromWhoeverWasApprovedWithoutProvingIt() {
    Person thief = GARDEN.member("Theo");
    GARDEN.sql().run("UPDATE member SET email_proven = false WHERE id = ?", thief.id());
    GARDEN
        .sql()
        .run(
            """
            INSERT INTO passkey (id, member_id, credential_id, user_handle, attested, sign_count,
                                 backup_eligible, name, created_at)
            VALUES (gen_random_uuid(), ?, '\\x01', '\\x01', '\\x01', 0, false, 'x', now())
            """,
            thief.id());
    PROVIDER.enqueueClaims("owner", claims(thief.email()));
    Api owner = API.cookie(session(PROVIDER.logIn(API).expect(200)));
    assertThat(owner.get("/api/me").expect(200).body().path("hasPassword").asBoolean()).isFalse();
    assertThat(owner.get("/api/me/passkeys").expect(200).body()).isEmpty();
    thief.api().get("/api/me").expect(401);
    API.post("/api/auth/login", Map.of("email", thief.email(), "password", thief.password()))
        .expect(401);
    // Only the first log-in removes anything: what the owner sets up afterwards stays.
    owner.put("/api/me/password", Map.of("newPassword", "mine from now on")).expect(204);
    PROVIDER.enqueueClaims("owner", claims(thief.email()));
    PROVIDER.logIn(API).expect(200);
    GARDEN.people().logIn(thief.email(), "mine from now on");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Rejected", "Revoked"})
  void refusesWhoeverWasSentAway(String status) {
    Person anna = GARDEN.member("Anna");
    GARDEN.sql().run("UPDATE member SET status = ? WHERE id = ?", status, anna.id());
    PROVIDER.enqueueClaims(status, claims(anna.email()));
    assertThat(problem(PROVIDER.logIn(API))).isEqualTo("oidc-refused");

    Person bruno = GARDEN.member("Bruno");
    PROVIDER.enqueueClaims("bruno " + status, claims(bruno.email()));
    PROVIDER.logIn(API).expect(200);
    GARDEN.sql().run("UPDATE member SET status = ? WHERE id = ?", status, bruno.id());
    PROVIDER.enqueueClaims("bruno " + status, claims(anyEmail()));
    assertThat(problem(PROVIDER.logIn(API))).isEqualTo("oidc-refused");
  }

  @Test
  void findsANameForWhoeverHasNone() {
    for (Object name : List.of("", " \r\n", "x".repeat(500))) {
      Map<String, Object> claims = claims(anyEmail());
      claims.put("given_name", name);
      claims.remove("family_name");
      PROVIDER.enqueueClaims(UUID.randomUUID().toString(), claims);
      JsonNode me =
          API.cookie(session(PROVIDER.logIn(API).expect(200))).get("/api/me").expect(200).body();
      assertThat(me.path("firstName").asText() + "@garden.example")
          .isEqualTo(me.path("email").asText());
    }
  }

  @Test
  void tellsWhichWaysInThereAre() {
    JsonNode here = API.get("/api/auth/methods").expect(200).body();
    assertThat(here.at("/oidc/name").asText()).isEqualTo("Haus");
    assertThat(here.path("passkeys").asBoolean()).isTrue();
    assertThat(here.path("setupNeeded").asBoolean()).isFalse();
    try (Garden other =
        Garden.open(
            launch -> launch.without("BOOKING_ADMIN_EMAIL").without("BOOKING_ADMIN_PASSWORD"))) {
      JsonNode there = other.api().get("/api/auth/methods").expect(200).body();
      assertThat(there.path("oidc").isNull()).isTrue();
      assertThat(there.path("setupNeeded").asBoolean()).isTrue();
      other.api().get("/api/auth/oidc").expect(404);
      other.api().get("/api/auth/oidc/callback?code=x&state=y").expect(404);
    }
  }

  private static String events(JsonNode me, String kind) {
    return GARDEN
        .sql()
        .one(
            "SELECT count(*) FROM security_event WHERE kind = ? AND member_id = ?",
            kind,
            UUID.fromString(me.path("id").asText()));
  }

  static String anyEmail() {
    return UUID.randomUUID() + "@garden.example";
  }
}
