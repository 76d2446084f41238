package family.garden.contract.garden;

import family.garden.contract.Answer;
import family.garden.contract.Api;
import family.garden.contract.FreshDatabase;
import family.garden.contract.GardenServer;
import family.garden.contract.Launch;
import family.garden.contract.People;
import family.garden.contract.People.Person;
import family.garden.contract.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** A garden: its own database with one or more servers. */
public final class Garden implements AutoCloseable {
  private final FreshDatabase database;
  private final Sql sql;
  private final List<GardenServer> servers = new ArrayList<>();
  private final People people;

  private Garden(FreshDatabase database, UnaryOperator<Launch> settings) {
    this.database = database;
    this.sql = new Sql(database);
    this.people = anotherServer(settings).people();
  }

  public static Garden open() {
    return open(launch -> launch);
  }

  /** Opens one whose server has more settings than the usual. */
  public static Garden open(UnaryOperator<Launch> settings) {
    return new Garden(TestDatabase.shared().fresh(), settings);
  }

  /** One more server on the same database; it ends with the garden. */
  public GardenServer anotherServer(UnaryOperator<Launch> settings) {
    GardenServer another = settings.apply(GardenServer.on(database)).start();
    servers.add(another);
    return another;
  }

  /** The first server. */
  public GardenServer server() {
    return servers.getFirst();
  }

  public FreshDatabase database() {
    return database;
  }

  public Sql sql() {
    return sql;
  }

  /** A client without a session. */
  public Api api() {
    return server().api();
  }

  public People people() {
    return people;
  }

  public Person administrator() {
    return people.administrator();
  }

  /** One more administrator. */
  public Person administrator(String firstName) {
    Person promoted = member(firstName);
    administrator()
        .api()
        .patch("/api/admin/users/" + promoted.id(), Map.of("role", "Administrator"))
        .expect(204);
    return promoted;
  }

  public Person member(String firstName) {
    sql.run("DELETE FROM rate_limit WHERE scope LIKE 'Token%'");
    return people.member(firstName);
  }

  /** Somebody who is logged in and waits for approval. */
  public Person pending(String firstName) {
    Person person = member(firstName);
    sql.run("UPDATE member SET status = 'Pending' WHERE id = ?", person.id());
    return person;
  }

  /** A new room. */
  public UUID place(String name, int capacity) {
    return administrator()
        .api()
        .post(
            "/api/sleeping-accommodations",
            Map.of("name", name, "type", "Room", "maxCapacity", capacity))
        .expect(201)
        .id();
  }

  /** Books, and returns the response. */
  public Answer book(Person person, Stay stay) {
    return person.api().post("/api/bookings", stay).expect(201);
  }

  public void accept(UUID booking) {
    administrator().api().ifMatch("*").post("/api/bookings/" + booking + "/accept").expect(204);
  }

  /** Turns an accepted booking into one that is over since {@code days} ago. */
  public void letPass(UUID booking, int days) {
    sql.run(
        """
        UPDATE booking SET start_date = CAST(? AS date) - (end_date - start_date), end_date = ?
        WHERE id = ?
        """,
        GardenServer.today().minusDays(days),
        GardenServer.today().minusDays(days),
        booking);
  }

  /** Deletes all counted attempts, so that they do not count in the next test. */
  public void forgiveAttempts() {
    sql.run("DELETE FROM rate_limit");
  }

  @Override
  public void close() {
    servers.forEach(GardenServer::close);
  }
}
