package io.perceiver.api;

import java.util.ArrayList;
import java.util.List;
import org.apiguardian.api.API;

/** Collects all problems of one thing, then throws once. It is for one thread. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class Problems {
  private final String section;
  private final List<String> found = new ArrayList<>();

  /**
   * Starts with no problems.
   *
   * @param section what is being checked; put before every key, empty for nothing
   */
  public Problems(String section) {
    this.section = section;
  }

  /**
   * Adds {@code key: value is not allowed; allowed: …} unless the condition holds.
   *
   * @param allowed what would be allowed, such as {@code "at least 1"}
   * @return the condition
   */
  public boolean check(boolean holds, String key, Object value, String allowed) {
    if (!holds) {
      add(key, value + " is not allowed; allowed: " + allowed);
    }
    return holds;
  }

  /**
   * Adds {@code key: value is not allowed; allowed: least to most} unless the value lies there.
   *
   * @return whether it does
   */
  public boolean checkRange(String key, long value, long least, long most) {
    return check(value >= least && value <= most, key, value, least + " to " + most);
  }

  /** Adds a problem with one key. */
  public void add(String key, String message) {
    found.add((section.isEmpty() ? "" : section + ".") + key + ": " + message);
  }

  /** Adds a whole sentence as it is. */
  public void add(String message) {
    found.add(message);
  }

  /** Returns whether nothing was found. */
  public boolean isEmpty() {
    return found.isEmpty();
  }

  /** Returns the problems found so far; a copy. */
  public List<String> all() {
    return List.copyOf(found);
  }

  /**
   * Ends the check.
   *
   * @throws InvalidSpecException with every problem, if any was found
   */
  public void throwIfAny() {
    if (!found.isEmpty()) {
      throw new InvalidSpecException(found);
    }
  }
}
