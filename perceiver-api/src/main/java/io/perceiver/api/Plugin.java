package io.perceiver.api;

import org.apiguardian.api.API;

/**
 * A plugin that {@link java.util.ServiceLoader} finds and a configuration names.
 *
 * @param <C> the record its configuration section is bound to; every component carries {@link
 *     Setting}
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface Plugin<C extends Record> {

  /**
   * Returns the name that configurations use, {@code [a-z][a-z0-9-]*}, unique among plugins of its
   * kind.
   */
  String name();

  /** Returns the default configuration; a section overlays it key by key. */
  C defaults();
}
