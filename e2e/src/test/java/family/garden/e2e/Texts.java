package family.garden.e2e;

/** German texts of the screens that several tests look for. */
final class Texts {
  /** The button that sends a new booking. */
  static final String REQUEST_BOOKING = "Buchung anfragen";

  /** What the booking says once it is sent, whether or not the garden sends mail. */
  static final String REQUEST_ARRIVED = "Deine Anfrage ist da.";

  static final String ON_NO_WAITING_LIST = "Du stehst auf keiner Warteliste.";

  private Texts() {}
}
