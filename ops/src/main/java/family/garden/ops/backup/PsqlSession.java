package family.garden.ops.backup;

import family.garden.ops.database.Fingerprint;
import family.garden.ops.database.FingerprintQueries;
import family.garden.ops.process.Command;
import family.garden.ops.process.InteractiveProcess;
import family.garden.ops.result.OpsException;
import java.time.Duration;
import java.util.List;

/** A connection to a database that keeps its transaction between questions. */
final class PsqlSession implements AutoCloseable {
  private static final String DONE = "-- answered --";
  private static final Duration LIMIT = Duration.ofMinutes(15);

  private final InteractiveProcess conversation;

  private PsqlSession(InteractiveProcess conversation) {
    this.conversation = conversation;
  }

  /** Connects by a command that runs psql where the database is. */
  static PsqlSession open(Command psql) throws OpsException {
    PsqlSession session = new PsqlSession(InteractiveProcess.begin(psql));
    try {
      session.ask("SET idle_in_transaction_session_timeout = 0;");
      return session;
    } catch (OpsException e) {
      session.close();
      throw e;
    }
  }

  List<String> ask(String statements) throws OpsException {
    return conversation.ask(statements + "\n\\echo '" + DONE + "'", DONE, LIMIT);
  }

  String one(String query) throws OpsException {
    List<String> lines = ask(query);
    if (lines.size() != 1) {
      throw OpsException.refused(
          "ask the database \"" + query + "\"",
          "it gave " + lines.size() + " lines instead of one",
          "Look at the database.");
    }
    return lines.getFirst();
  }

  Fingerprint fingerprint() throws OpsException {
    return Fingerprint.of(ask(FingerprintQueries.ALL));
  }

  @Override
  public void close() {
    conversation.close();
  }
}
