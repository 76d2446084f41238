package family.garden;

import family.garden.access.Identity;
import family.garden.access.Role;
import family.garden.accommodation.Accommodation;
import family.garden.accommodation.AccommodationType;
import family.garden.accommodation.Accommodations;
import family.garden.booking.Booking;
import family.garden.booking.Bookings;
import family.garden.booking.Draft;
import family.garden.member.Invitations;
import family.garden.member.Login.LoggedIn;
import family.garden.member.Setup;
import family.garden.platform.config.InvalidConfiguration;
import family.garden.platform.http.Language;
import io.quarkus.runtime.QuarkusApplication;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The command {@code demo}: fills an empty garden with places, people and bookings around today, by
 * the same calls that people make, and prints the generated passwords. It does not touch a garden
 * that has an administrator already.
 */
final class Demo implements QuarkusApplication {
  /** How long ago the demo's bookings were made. */
  static final Duration AGE = Duration.ofDays(6);

  private static final String LINK_TOKEN = "#token=";

  private final Setup setup;
  private final Invitations invitations;
  private final Accommodations accommodations;
  private final Bookings bookings;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  Demo(
      Setup setup,
      Invitations invitations,
      Accommodations accommodations,
      Bookings bookings,
      Clock clock) {
    this.setup = setup;
    this.invitations = invitations;
    this.accommodations = accommodations;
    this.bookings = bookings;
    this.clock = clock;
  }

  private record Person(String email, String password, Identity identity) {}

  @Override
  public int run(String... arguments) throws InvalidConfiguration {
    Optional<String> link = setup.prepare();
    if (link.isEmpty()) {
      System.out.println("The garden has an administrator already; the demo changed nothing.");
      return 0;
    }
    Person anna = found(link.get(), "anna@garden.example", "Anna", "Gärtner");
    Person ben = join("ben@garden.example", "Ben", "Gärtner");
    Person clara = join("clara@garden.example", "Clara", "Baum");

    UUID tower = place("Turmzimmer", AccommodationType.Room, 2);
    UUID attic = place("Dachboden", AccommodationType.Room, 4);
    UUID tent = place("Großes Zelt", AccommodationType.Tent, 6);
    UUID camper = place("Wohnwagen", AccommodationType.Camper, 3);

    accept(anna, book(ben, 0, 3, tower, 2));
    accept(anna, book(clara, 4, 9, attic, 3));
    accept(anna, book(ben, 6, 8, camper, 2));
    accept(anna, book(anna, 11, 16, tent, 5));
    book(clara, 13, 15, tower, 2);
    book(ben, 20, 27, attic, 2);
    bookings.cancel(clara.identity(), book(clara, 30, 33, camper, 1));

    System.out.printf(
        "The demo garden is ready. Log in as%n  %s  %s  (administrator)%n  %s  %s%n  %s  %s%n",
        anna.email(),
        anna.password(),
        ben.email(),
        ben.password(),
        clara.email(),
        clara.password());
    return 0;
  }

  private Person found(String link, String email, String firstName, String lastName) {
    String password = password();
    Setup.Founding founding = new Setup.Founding(token(link), email, password, firstName, lastName);
    return person(email, password, setup.found(founding, Language.GERMAN, "demo"));
  }

  private Person join(String email, String firstName, String lastName) {
    Invitations.Invited invited =
        invitations.invite(
            new Invitations.Invitation(email, firstName, lastName, Role.Member, null),
            Language.GERMAN);
    String password = password();
    return person(
        email, password, invitations.accept(token(invited.inviteUrl()), password, "demo"));
  }

  private static Person person(String email, String password, LoggedIn loggedIn) {
    // The demo sends no requests with its sessions, so any session id will do.
    return new Person(
        email,
        password,
        new Identity(loggedIn.user().id(), UUID.randomUUID(), loggedIn.user().role(), true));
  }

  private static String token(String link) {
    return link.substring(link.indexOf(LINK_TOKEN) + LINK_TOKEN.length());
  }

  private String password() {
    byte[] bytes = new byte[6];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  private UUID place(String name, AccommodationType type, int capacity) {
    Accommodation added =
        accommodations.add(new Accommodations.Draft(name, type, capacity, null, null));
    return added.id();
  }

  /**
   * @param from days after the demo's "today", which is {@link #AGE} ago
   */
  private UUID book(Person person, int from, int to, UUID place, int persons) {
    LocalDate then = LocalDate.now(clock);
    Draft draft =
        new Draft(
            then.plusDays(from),
            then.plusDays(to),
            null,
            List.of(new Draft.DraftItem(place, persons)));
    Booking booking = bookings.create(person.identity(), draft, null);
    return booking.id();
  }

  private void accept(Person administrator, UUID booking) {
    bookings.accept(administrator.identity(), booking, "*");
  }
}
