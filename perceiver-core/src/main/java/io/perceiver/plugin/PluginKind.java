package io.perceiver.plugin;

import io.perceiver.api.DatasetFormat;
import io.perceiver.api.ModalityPlugin;
import io.perceiver.api.Plugin;
import io.perceiver.api.PositionEncodingPlugin;
import io.perceiver.api.head.HeadPlugin;
import io.perceiver.api.layer.CrossLayerPlugin;
import io.perceiver.api.layer.LatentLayerPlugin;
import org.apiguardian.api.API;

/**
 * The kinds of plugins, each with the interface that is its service type; names are unique in a
 * kind.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public enum PluginKind {
  /** A kind of input. */
  MODALITY("modality", ModalityPlugin.class),
  /** A way positions become channels. */
  POSITION_ENCODING("position encoding", PositionEncodingPlugin.class),
  /** A kind of output. */
  HEAD("head", HeadPlugin.class),
  /** A layer of the latent transformer. */
  LATENT_LAYER("latent layer", LatentLayerPlugin.class),
  /** A layer in which latents read the input. */
  CROSS_LAYER("cross layer", CrossLayerPlugin.class),
  /** A way data sets lie on disk. */
  DATASET_FORMAT("dataset format", DatasetFormat.class);

  private final String label;

  @SuppressWarnings("rawtypes") // a class literal has no type arguments
  private final Class<? extends Plugin> service;

  PluginKind(String label, @SuppressWarnings("rawtypes") Class<? extends Plugin> service) {
    this.label = label;
    this.service = service;
  }

  /** What messages call it, such as {@code position encoding}. */
  public String label() {
    return label;
  }

  /** The interface its plugins implement and are found by. */
  @SuppressWarnings("rawtypes") // a class literal has no type arguments
  public Class<? extends Plugin> service() {
    return service;
  }

  /** The entry of a jar that lists its plugins of this kind. */
  @API(status = API.Status.INTERNAL, since = "0.1")
  public String serviceFile() {
    return "META-INF/services/" + service.getName();
  }
}
