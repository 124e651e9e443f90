package io.perceiver.api;

import org.apiguardian.api.API;

/**
 * A kind of input, such as images: how it is read, augmented, tokenized and given positions.
 *
 * <p>A model names its modalities itself ({@code left}, {@code right}), each made by one plugin;
 * two modalities of one model may share a plugin.
 *
 * <p>A plugin of a reader and a tokenizer:
 *
 * <pre>{@code
 * public final class SeriesPlugin implements ModalityPlugin<SeriesConfig, float[]> {
 *   @Override
 *   public String name() {
 *     return "series";
 *   }
 *
 *   @Override
 *   public SeriesConfig defaults() {
 *     return new SeriesConfig(512, 50);
 *   }
 *
 *   @Override
 *   public Modality<float[]> create(SeriesConfig config) {
 *     return new Modality<>(
 *         new SeriesReader(),
 *         Augmentation.none(),
 *         new SeriesTokenizer(config.length()),
 *         FourierFeatures.of(8, config.rateHz()),
 *         InputAdapter.identity());
 *   }
 * }
 * }</pre>
 *
 * @param <C> the record a modality's configuration section is bound to; it has no component named
 *     {@code plugin}, {@code role}, {@code follows} or {@code position}, which are keys of every
 *     such section
 * @param <T> one raw example, as the reader returns it
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface ModalityPlugin<C extends Record, T> extends Plugin<C> {

  /**
   * Makes the parts of a modality. Pure: opens no file, needs no engine, keeps no state; equal
   * configurations give equal modalities.
   *
   * @throws InvalidSpecException if the configuration contradicts itself
   */
  Modality<T> create(C config);
}
