package io.perceiver.api.head;

import io.perceiver.api.InvalidSpecException;
import io.perceiver.api.Plugin;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.apiguardian.api.API;

/**
 * A kind of head that a configuration can name as {@code heads: {NAME: {type: …}}}.
 *
 * <p>A head that tells an age; the other examples of this package have its parts:
 *
 * <pre>{@code
 * public final class AgePlugin implements HeadPlugin<AgePlugin.Config> {
 *   public record Config(@Setting("column that holds the age") String column) {}
 *
 *   public String name() { return "age"; }
 *
 *   public Config defaults() { return new Config("age"); }
 *
 *   public Config resolve(Config config, Collection<Map<String, String>> rows) { return config; }
 *
 *   public Set<String> columns(Config config) { return Set.of(config.column()); }
 *
 *   public Head create(Config config) { return new AgeHead(config.column()); }
 * }
 * }</pre>
 *
 * @param <C> the record its section is bound to
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface HeadPlugin<C extends Record> extends Plugin<C> {

  /**
   * Fills in what the configuration leaves to the training data, such as the names of the classes.
   * The result becomes part of the run's resolved configuration.
   *
   * @param rows the rows of the training examples, by column name
   * @throws InvalidSpecException if the data do not suit this head
   */
  C resolve(C config, Collection<Map<String, String>> rows);

  /**
   * Returns the manifest columns that its targets are read from; empty if they come from elsewhere.
   */
  Set<String> columns(C config);

  /**
   * Creates the head from a resolved configuration.
   *
   * @throws InvalidSpecException if the configuration leaves something open
   */
  Head create(C config);
}
