package family.garden.passkey;

import com.fasterxml.jackson.databind.JsonNode;
import family.garden.contract.Answer;
import family.garden.contract.Api;
import family.garden.contract.People.Person;
import java.util.Map;

/** What a browser sends for a member with an authenticator. */
final class PasskeyCalls {
  private PasskeyCalls() {}

  static Answer options(Person person) {
    return person.api().post("/api/me/passkeys/options", Map.of("password", person.password()));
  }

  static Answer add(Person person, Authenticator authenticator, String name) {
    JsonNode options = options(person).expect(200).body();
    return person
        .api()
        .post(
            "/api/me/passkeys", Map.of("name", name, "credential", authenticator.create(options)));
  }

  static Answer logIn(Api api, Authenticator authenticator) {
    JsonNode options = api.post("/api/auth/passkey/options").expect(200).body();
    return api.post("/api/auth/passkey", Map.of("credential", authenticator.get(options)));
  }

  /** In place of the password, in the middle of a session. */
  static Answer confirm(Api api, Authenticator authenticator) {
    JsonNode options = api.post("/api/me/confirmation/options").expect(200).body();
    return api.post("/api/me/confirmation", Map.of("credential", authenticator.get(options)));
  }
}
