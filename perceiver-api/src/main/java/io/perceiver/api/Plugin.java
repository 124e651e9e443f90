package io.perceiver.api;

import org.apiguardian.api.API;

/**
 * Something found by {@link java.util.ServiceLoader} and named in a configuration.
 *
 * @param <C> the record its configuration section is bound to; every component carries {@link
 *     Setting}
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface Plugin<C extends Record> {

  /** The name a configuration uses, {@code [a-z][a-z0-9-]*}, unique among plugins of its kind. */
  String name();

  /** The configuration used where a section says nothing; a section overlays it key by key. */
  C defaults();
}
