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
  private static final List<Step> RENEW =
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

  private static final List<Step> APPLY_PARTS =
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

  static List<Step> of(Operation kind) {
    return switch (kind) {
      case FIRST -> FIRST;
      case DEPLOY -> DEPLOY;
      case ROLLBACK -> ROLLBACK;
      case RENEW -> RENEW;
      case APPLY -> APPLY;
      case APPLY_PARTS -> APPLY_PARTS;
      case ROTATE -> ROTATE;
    };
  }
}
