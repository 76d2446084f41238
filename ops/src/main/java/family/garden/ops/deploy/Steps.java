package family.garden.ops.deploy;

import java.util.List;

/** What is done, in its order. */
final class Steps {
  private static final List<Step> DEPLOY =
      List.of(
          new PauseMonitoring(),
          new BackUp(),
          new BringCompose(),
          new Migrate(),
          new StartNew(),
          new AwaitHealthy(),
          new SmokeNew(),
          new WarmUp(),
          new SwitchOver(),
          new ReadBack(),
          new Bake(),
          new Drain(),
          new StopOld(),
          new PruneImages());

  /** Quick: the version has served before, the schema stays, and nobody wants to wait. */
  private static final List<Step> ROLLBACK =
      List.of(
          new PauseMonitoring(),
          new BringCompose(),
          new StartNew(),
          new AwaitHealthy(),
          new SmokeNew(),
          new WarmUp(),
          new SwitchOver(),
          new ReadBack(),
          new Drain(),
          new StopOld());

  private static final List<Step> FIRST =
      List.of(
          new BringCompose(),
          new StartAll(),
          new AwaitHealthy(),
          new SmokeNew(),
          new ReadBack(),
          new StartUnit());

  /** What cannot be there twice is away for some seconds. */
  private static final List<Step> UPGRADE_SERVICES =
      List.of(new BackUp(), new ReplaceServices(), new AwaitHealthy(), new ReadBack());

  /** Not baked: the version has served before. What else differs is replaced before the switch. */
  private static final List<Step> APPLY =
      List.of(
          new PauseMonitoring(),
          new BringRelease(),
          new StartNew(),
          new AwaitHealthy(),
          new SmokeNew(),
          new WarmUp(),
          new ApplyServices(),
          new SwitchOver(),
          new ReadBack(),
          new Drain(),
          new StopOld(),
          new KeepPrevious());

  private static final List<Step> APPLY_SERVICES =
      List.of(new ApplyServices(), new AwaitHealthy(), new ReadBack());

  private static final List<Step> ROTATE =
      List.of(
          new PauseMonitoring(),
          new BringRelease(),
          new SwapSecret(),
          new StartNew(),
          new AwaitHealthy(),
          new SmokeNew(),
          new WarmUp(),
          new SwitchOver(),
          new ReadBack(),
          new Drain(),
          new StopOld(),
          new KeepPrevious(),
          new ForgetSecret());

  private Steps() {}

  static List<Step> of(Operation operation) {
    return switch (operation) {
      case FIRST -> FIRST;
      case DEPLOY -> DEPLOY;
      case ROLLBACK -> ROLLBACK;
      case UPGRADE_SERVICES -> UPGRADE_SERVICES;
      case APPLY -> APPLY;
      case APPLY_SERVICES -> APPLY_SERVICES;
      case ROTATE -> ROTATE;
    };
  }
}
