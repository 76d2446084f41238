package family.garden.ops.cli;

import family.garden.ops.process.Command;
import family.garden.ops.process.Processes;
import family.garden.ops.result.ExitCode;
import family.garden.ops.result.OpsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Unmatched;

/** Hands over to the Ansible playbook, which does all of it. */
@CommandLine.Command(
    name = "provision",
    description =
        "Prepares a Pi; hands all of its options over to stack/provision/provision (Ansible), like "
            + "--host keeper@booking.local, --here or --check.")
final class ProvisionCommand implements Callable<Integer> {
  private static final Path ON_THE_BOX = Path.of("/opt/booking/provision/provision");

  /** As sysexits(3) has it: it did not understand its arguments. */
  private static final int MISUNDERSTOOD = 64;

  /** Ansible is missing. */
  private static final int UNAVAILABLE = 69;

  @Unmatched private List<String> options = new ArrayList<>();

  @Override
  public Integer call() throws OpsException {
    String named = System.getenv("BOOKING_PROVISION");
    Path program = named == null || named.isEmpty() ? ON_THE_BOX : Path.of(named);
    if (!Files.isExecutable(program)) {
      throw OpsException.refused(
          "prepare a machine",
          program + " is not there",
          "Run it from the sources, \"./booking ctl provision\", or name it in BOOKING_PROVISION.");
    }
    int code =
        Processes.handOver(Command.of(program.toString()).with(options.toArray(String[]::new)));
    ExitCode ended =
        switch (code) {
          case 0 -> ExitCode.DONE;
          case MISUNDERSTOOD -> ExitCode.USAGE;
          case UNAVAILABLE -> ExitCode.REFUSED;
          default -> ExitCode.NEEDS_A_PERSON;
        };
    return ended.code();
  }
}
