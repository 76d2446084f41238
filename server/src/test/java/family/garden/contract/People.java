package family.garden.contract;

import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The people of a test's garden: the administrator from the environment, and invited members. */
public final class People {
  private static final Pattern TOKEN = Pattern.compile("token=([^&#]+)");
  private static final String PASSWORD = "tulips in the rain";

  private final Api api;
  private @Nullable Person administrator;

  People(Api api) {
    this.api = api;
  }

  /** A person who is logged in; {@link #api} sends requests in their name. */
  public record Person(UUID id, String email, String password, String token, Api api) {}

  /** The administrator that the first start created. */
  public synchronized Person administrator() {
    if (administrator == null) {
      administrator = logIn(Launch.ADMIN_EMAIL, Launch.ADMIN_PASSWORD);
    }
    return administrator;
  }

  /** Opens a session. */
  public Person logIn(String email, String password) {
    Answer answer =
        api.post("/api/auth/login", Map.of("email", email, "password", password)).expect(200);
    return person(answer, password);
  }

  /** Invites a person and accepts the invitation; returns an approved member who is logged in. */
  public Person member(String firstName) {
    String name = UUID.randomUUID().toString();
    String token = token(invite(name + "@garden.example", firstName));
    Answer accepted =
        api.post("/api/auth/accept-invitation", Map.of("token", token, "password", PASSWORD));
    return person(accepted.expect(200), PASSWORD);
  }

  /** Invites a person, and returns the response with id and inviteUrl. */
  public Answer invite(String email, String firstName) {
    return administrator()
        .api()
        .post(
            "/api/admin/users",
            Map.of("email", email, "firstName", firstName, "lastName", "Grün", "role", "Member"))
        .expect(201);
  }

  /** The one-time token in the link of an invitation. */
  public static String token(Answer invitation) {
    String link = invitation.body().path("inviteUrl").asText();
    Matcher token = TOKEN.matcher(link);
    return token.find() ? token.group(1) : link.substring(link.lastIndexOf('/') + 1);
  }

  private Person person(Answer login, String password) {
    String token = login.body().path("token").asText();
    return new Person(
        UUID.fromString(login.body().at("/user/id").asText()),
        login.body().at("/user/email").asText(),
        password,
        token,
        api.as(token));
  }
}
