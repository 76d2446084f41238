package family.garden.ops.cli;

import picocli.CommandLine.Command;

@Command(
    name = "secret",
    description = "The secrets of this box.",
    subcommands = {SecretRotateVerb.class})
final class SecretVerb extends Group {}
