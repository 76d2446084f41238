package family.garden.ops.doctor;

import family.garden.ops.config.Settings;
import family.garden.ops.recovery.Recovery;
import family.garden.ops.recovery.RecoverySheet;
import family.garden.ops.result.OpsException;
import family.garden.ops.status.StackStatus;
import java.util.Optional;

/**
 * Whether the keeper has confirmed a recovery sheet with the current settings, secrets and keys.
 */
final class RecoveryCheck implements StackCheck {
  private static final String ADVICE =
      "\"bookingctl recovery-sheet\" shows what to put away, off this box;"
          + " \"bookingctl recovery-sheet --confirm\" notes that you did.";

  @Override
  public void look(Settings settings, StackStatus status, Findings found) throws OpsException {
    Optional<Recovery.Confirmed> confirmed = Recovery.confirmed(settings);
    if (confirmed.isEmpty()) {
      found.hint(
          "nobody has said that the secrets are kept off this box, and no backup has them", ADVICE);
      return;
    }
    if (!confirmed.get().digest().equals(RecoverySheet.of(settings).digest())) {
      found.hint("settings or secrets were changed since the recovery sheet was put away", ADVICE);
    }
  }
}
