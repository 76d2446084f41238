package family.garden.ops.cli;

import picocli.CommandLine.Command;

@Command(
    name = "secret",
    description = "Secrets of this box.",
    subcommands = {SecretRotateCommand.class})
final class SecretCommand extends CommandGroup {}
