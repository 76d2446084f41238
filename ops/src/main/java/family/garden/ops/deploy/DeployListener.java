package family.garden.ops.deploy;

import family.garden.ops.result.OpsException;
import java.time.Duration;

/** Hears how a deploy, or another operation like it, ended. */
interface DeployListener {
  enum Failure {
    /** All of it is undone. */
    UNDONE,
    /** The server is as before, and some of the other services are not. */
    PARTLY_UNDONE,
    /** It could not be undone. */
    NOT_UNDONE,
    /** It failed past the point of no return: the new version serves. */
    UNFINISHED
  }

  void done(Deployed deployed);

  void failed(Failure how, DeployPlan plan, OpsException why, Duration took);
}
