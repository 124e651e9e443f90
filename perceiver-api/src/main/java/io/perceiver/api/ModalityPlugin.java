package io.perceiver.api;

import org.apiguardian.api.API;

/**
 * A kind of input, such as images: how it is read, augmented, tokenized and given positions.
 *
 * <p>A model names its modalities itself ({@code left}, {@code right}). One plugin creates each;
 * two modalities of a model can share a plugin.
 *
 * <p>A plugin for heartbeats; the other examples of this package have its parts:
 *
 * <pre>{@code
 * public final class EcgPlugin implements ModalityPlugin<EcgConfig, short[]> {
 *   public String name() { return "ecg"; }
 *
 *   public EcgConfig defaults() { return new EcgConfig(5000); }
 *
 *   public Modality<short[]> create(EcgConfig config) {
 *     return new Modality<>(
 *         new EcgReader(),
 *         Augmentation.none(),
 *         new EcgTokenizer(config.samples()),
 *         FourierFeatures.of(64),
 *         InputAdapter.identity());
 *   }
 * }
 * }</pre>
 *
 * @param <C> the record a modality's configuration section is bound to; it must not have a
 *     component named {@code plugin}, {@code role}, {@code follows} or {@code position}, which are
 *     keys of every such section
 * @param <T> one raw example, as the reader returns it
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface ModalityPlugin<C extends Record, T> extends Plugin<C> {

  /**
   * Creates the parts of a modality. It must be pure: it opens no file, needs no engine and keeps
   * no state. Equal configurations give equal modalities.
   *
   * @throws InvalidSpecException if the configuration contradicts itself
   */
  Modality<T> create(C config);
}
