package family.garden.ops.deploy;

import family.garden.ops.result.OpsException;

/** Which secrets there are, and how each becomes another one. */
final class Secrets {
  static final String DATABASE_PASSWORD = "database-password";
  static final String SERVER_SECRET = "server-secret";
  static final String SMOKE_PASSWORD = "smoke-password";

  private Secrets() {}

  /**
   * Does nothing where the server's secret of this name can be made anew.
   *
   * @param evenSo whether what is lost with it may be lost
   * @throws OpsException otherwise, with what to do instead
   */
  static void expectRotatable(String name, boolean evenSo) throws OpsException {
    String tried = "make " + name + " anew";
    switch (name) {
      case DATABASE_PASSWORD -> {}
      case SERVER_SECRET -> {
        if (!evenSo) {
          throw OpsException.refused(
              tried,
              "it ends every session, and what is sealed with it cannot be read any more: the"
                  + " password of the mail server, the addresses of calendars that are shown, and"
                  + " letters that wait to be sent",
              "Everybody logs in again, and an administrator enters the password and the addresses"
                  + " again. If that is wanted: bookingctl secret rotate server-secret --even-so.");
        }
      }
      case "backup-key" ->
          throw OpsException.refused(
              tried,
              "the backups made so far can be opened with the old one only",
              "If somebody else has it, move all backups away, here and off the box, move the key"
                  + " with them, and run \"bookingctl backup create\", which makes another one.");
      case "oidc-client-secret" ->
          throw OpsException.refused(
              tried,
              "the provider of the log-in makes it",
              "Write the new one into the file that BOOKING_OIDC_CLIENT_SECRET_FILE names, then run"
                  + " \"bookingctl apply --force\".");
      case "notify-webhook", "notify-ntfy-token", "notify-mail-password" ->
          throw OpsException.refused(
              tried,
              "the service that takes the notifications makes it",
              "Write the new one into its file; bookingctl reads it each time. Then run"
                  + " \"bookingctl notify test\".");
      default ->
          throw OpsException.refused(
              tried,
              "there is no secret of that name",
              "There are %s, %s and %s."
                  .formatted(DATABASE_PASSWORD, SERVER_SECRET, SMOKE_PASSWORD));
    }
  }
}
