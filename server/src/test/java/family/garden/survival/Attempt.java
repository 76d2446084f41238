package family.garden.survival;

import family.garden.contract.Answer;
import family.garden.contract.Api;

/** One wish to book, under a key of its own. */
record Attempt(String key, Stay stay) {
  Answer make(Api member) {
    return stay.book(member.idempotencyKey(key));
  }
}
