package family.garden.member;

import static org.assertj.core.api.Assertions.assertThat;

import family.garden.contract.Answer;
import family.garden.contract.Api;
import family.garden.contract.garden.Garden;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an administrator can do to somebody in each state, and where that leads. */
class PeopleMatrixIT {
  @AutoClose private static final Garden GARDEN = Garden.open();
  private static final Api ADMIN = GARDEN.administrator().api();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Invited    | approve | 409 | Invited
          Invited    | reject  | 409 | Invited
          Invited    | revoke  | 204 | Revoked
          Unverified | approve | 204 | Active
          Unverified | reject  | 204 | Rejected
          Unverified | revoke  | 409 | Unverified
          Pending    | approve | 204 | Active
          Pending    | reject  | 204 | Rejected
          Pending    | revoke  | 409 | Pending
          Active     | approve | 409 | Active
          Active     | reject  | 409 | Active
          Active     | revoke  | 204 | Revoked
          Rejected   | approve | 204 | Active
          Rejected   | reject  | 409 | Rejected
          Rejected   | revoke  | 409 | Rejected
          Revoked    | approve | 204 | Active
          Revoked    | reject  | 409 | Revoked
          Revoked    | revoke  | 409 | Revoked
          Erased     | approve | 404 | Erased
          Erased     | reject  | 404 | Erased
          Erased     | revoke  | 404 | Erased
          """)
  void leadsFromStateToState(Status from, String action, int answer, Status to) {
    UUID person = somebody(from);
    String path = "/api/admin/users/" + person + "/" + action;
    Answer response =
        action.equals("reject")
            ? ADMIN.post(path, Map.of("reason", "Kein Platz"))
            : ADMIN.post(path);
    response.expect(answer);
    assertThat(GARDEN.sql().one("SELECT status FROM member WHERE id = ?", person))
        .isEqualTo(to.name());
  }

  @ParameterizedTest
  @CsvSource({
    "Invited, 204",
    "Unverified, 204",
    "Pending, 204",
    "Active, 204",
    "Rejected, 204",
    "Revoked, 204",
    "Erased, 404"
  })
  void givesARole(Status from, int answer) {
    UUID person = somebody(from);
    for (String role : new String[] {"Administrator", "Member"}) {
      ADMIN.patch("/api/admin/users/" + person, Map.of("role", role)).expect(answer);
      assertThat(GARDEN.sql().one("SELECT role FROM member WHERE id = ?", person))
          .isEqualTo(answer == 204 ? role : "Member");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "pending, Unverified Pending",
    "active, Active",
    "rejected, Rejected",
    "invited, Invited",
    "revoked, Revoked",
    "'', Invited Unverified Pending Active Rejected Revoked"
  })
  void listsPeopleByState(String filter, String states) {
    for (Status each : Status.values()) {
      somebody(each);
    }
    String path = "/api/admin/users" + (filter.isEmpty() ? "" : "?status=" + filter);
    assertThat(ADMIN.get(path).expect(200).body())
        .extracting(one -> one.path("status").asText())
        .containsOnly(states.split(" ", -1));
  }

  @ParameterizedTest
  @CsvSource({"Pending", "ACTIVE", "erased", "x"})
  void refusesAnUnknownFilter(String filter) {
    assertThat(ADMIN.get("/api/admin/users?status=" + filter).expect(400).errors("status"))
        .hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"approve", "reject", "revoke"})
  void knowsNobodyByARandomId(String action) {
    ADMIN
        .post("/api/admin/users/" + UUID.randomUUID() + "/" + action, Map.of("reason", "x"))
        .expect(404);
  }

  private static UUID somebody(Status status) {
    UUID id = UUID.randomUUID();
    boolean erased = status == Status.Erased;
    GARDEN
        .sql()
        .run(
            """
            INSERT INTO member (id, email, first_name, last_name, password_hash, role, status,
                                language, created_at)
            VALUES (?, ?, ?, ?, ?, 'Member', ?, 'de', now())
            """,
            id,
            erased ? null : id + "@garden.example",
            erased ? "" : "Ida",
            erased ? "" : "Igel",
            erased || status == Status.Invited
                ? null
                : "$argon2id$v=19$m=7168,t=5,p=1$c2FsdHNhbHQ$aGFzaA",
            status.name());
    return id;
  }
}
