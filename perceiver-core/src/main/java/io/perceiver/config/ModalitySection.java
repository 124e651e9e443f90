package io.perceiver.config;

import io.perceiver.api.Modality;
import io.perceiver.api.ModalityPlugin;
import io.perceiver.data.ModalityUse;
import io.perceiver.internal.plugin.PluginCall;
import io.perceiver.plugin.PluginRegistry;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * One modality of a model.
 *
 * @param name the model's name for it, as in manifests and checkpoints
 * @param plugin name of the plugin that makes it
 * @param use whether it is an input, and which modality it follows
 * @param config the plugin's record
 * @param position the encoding that replaces the modality's own
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record ModalitySection(
    String name,
    String plugin,
    ModalityUse use,
    Record config,
    Optional<PositionSection> position) {

  /**
   * Makes its parts, with the position encoding of this section.
   *
   * @throws io.perceiver.api.PerceiverException if the plugin is missing or refuses the
   *     configuration
   */
  public Modality<?> create(PluginRegistry plugins) {
    return withPosition(made(plugins.modality(plugin)));
  }

  @SuppressWarnings("unchecked") // a plugin's defaults are of the type it accepts
  private <C extends Record, T> Modality<T> made(ModalityPlugin<C, T> maker) {
    return PluginCall.of(
        "modalities.%s: create of the plugin '%s'".formatted(name, plugin),
        () -> maker.create((C) maker.defaults().getClass().cast(config)));
  }

  private <T> Modality<T> withPosition(Modality<T> modality) {
    return position
        .map(
            section ->
                new Modality<>(
                    modality.reader(),
                    modality.augmentation(),
                    modality.tokenizer(),
                    section.encoding(),
                    modality.inputAdapter()))
        .orElse(modality);
  }
}
