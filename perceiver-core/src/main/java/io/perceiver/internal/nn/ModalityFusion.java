package io.perceiver.internal.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;
import ai.djl.training.initializer.NormalInitializer;
import ai.djl.util.PairList;
import io.perceiver.api.ModalitySpan;
import io.perceiver.api.PerceiverException;
import io.perceiver.api.layer.Layer;
import io.perceiver.nn.FusionConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Several modalities as one byte array: every element of a modality gets the same learned vector
 * appended, which pads it to the common width and tells it from the others; then all are joined
 * along the index axis in the order of their names (Perceiver §4.2; DeepMind {@code
 * io_processors.py}). A single modality passes unchanged. Hidden elements are replaced whole by a
 * learned vector of their modality (token masking; Perceiver IO, App. I).
 */
public final class ModalityFusion extends Layer {
  private static final float VECTOR_SD = 0.02f;
  private static final String HIDDEN = ":hidden"; // no modality's name holds a colon
  private final int channels;
  private final SortedMap<String, Integer> widths;
  private final SortedMap<String, Parameter> vectors = new TreeMap<>();
  private final SortedMap<String, Parameter> hidingVectors = new TreeMap<>();

  /**
   * Creates one for modalities of such widths.
   *
   * @param widths channels of each modality's elements, position channels included
   */
  public ModalityFusion(SortedMap<String, Integer> widths, FusionConfig config) {
    this.widths = new TreeMap<>(widths);
    int widest = widths.values().stream().mapToInt(width -> width).max().orElseThrow();
    boolean single = widths.size() == 1;
    channels = single ? widest : widest + config.minPadding();
    if (!single) {
      widths.forEach(
          (name, width) ->
              vectors.put(
                  name,
                  parameter(
                      name,
                      Parameter.Type.OTHER,
                      new NormalInitializer(VECTOR_SD),
                      channels - width)));
    }
    for (String name : config.tokenMasking().keySet()) {
      if (widths.containsKey(name)) {
        hidingVectors.put(
            name,
            parameter(
                name + HIDDEN, Parameter.Type.OTHER, new NormalInitializer(VECTOR_SD), channels));
      }
    }
  }

  /**
   * Joins the modalities present.
   *
   * @param encoded by modality; one that no example has is left out
   * @throws PerceiverException if there is none, or one that the model does not have, or elements
   *     are hidden of a modality without token masking
   */
  public FusedBytes forward(
      ParameterStore parameters, Map<String, EncodedModality> encoded, boolean training) {
    if (encoded.isEmpty() || !widths.keySet().containsAll(encoded.keySet())) {
      throw new PerceiverException(
          "the batch has the modalities "
              + new TreeMap<>(encoded).keySet()
              + "; the model needs at least one of "
              + widths.keySet()
              + " and no other");
    }
    boolean masked = encoded.values().stream().anyMatch(part -> part.mask() != null);
    NDList parts = new NDList();
    NDList masks = new NDList();
    List<ModalitySpan> spans = new ArrayList<>();
    int from = 0;
    for (Map.Entry<String, EncodedModality> entry : new TreeMap<>(encoded).entrySet()) {
      String name = entry.getKey();
      EncodedModality modality = entry.getValue();
      NDArray padded = padded(parameters, name, modality.elements(), training);
      NDArray part =
          modality.hidden() == null
              ? padded
              : hidden(parameters, name, padded, modality.hidden(), training);
      int to = from + (int) part.getShape().get(1);
      spans.add(new ModalitySpan(name, from, to));
      parts.add(part);
      if (masked) {
        masks.add(mask(modality.mask(), part));
      }
      from = to;
    }
    NDArray bytes = parts.size() == 1 ? parts.head() : NDArrays.concat(parts, 1);
    return new FusedBytes(bytes, masked ? NDArrays.concat(masks, 1) : null, spans);
  }

  private NDArray padded(
      ParameterStore parameters, String modality, NDArray part, boolean training) {
    Parameter vector = vectors.get(modality);
    if (vector == null) {
      return part;
    }
    Shape shape = part.getShape();
    NDArray padding =
        parameters
            .getValue(vector, part.getDevice(), training)
            .broadcast(shape.get(0), shape.get(1), vector.getShape().get(0));
    padding.attach(part.getManager());
    return NDArrays.concat(new NDList(part, padding), -1);
  }

  private NDArray hidden(
      ParameterStore parameters, String modality, NDArray part, NDArray hidden, boolean training) {
    Parameter vector = hidingVectors.get(modality);
    if (vector == null) {
      throw new PerceiverException(
          "elements of '"
              + modality
              + "' are hidden, but it has no token masking; it is set for "
              + hidingVectors.keySet());
    }
    NDArray value = parameters.getValue(vector, part.getDevice(), training);
    NDArray share = hidden.expandDims(2).toType(part.getDataType(), false); // 1 where hidden
    NDArray shown = share.neg().add(1f);
    return part.mul(shown).add(share.mul(value));
  }

  private static NDArray mask(@Nullable NDArray mask, NDArray part) {
    if (mask != null) {
      return mask;
    }
    Shape shape = new Shape(part.getShape().get(0), part.getShape().get(1));
    return part.getManager().ones(shape, DataType.BOOLEAN);
  }

  /** The common width. */
  public int channels() {
    return channels;
  }

  /** Learned channels appended to a modality's elements. */
  public int padding(String modality) {
    return channels - widths.getOrDefault(modality, channels);
  }

  /** Takes one array of every modality, in the order of their names, all elements real. */
  @Override
  protected NDList forwardInternal(
      ParameterStore parameters,
      NDList inputs,
      boolean training,
      PairList<String, Object> options) {
    Map<String, EncodedModality> encoded = new TreeMap<>();
    for (String name : widths.keySet()) {
      encoded.put(name, EncodedModality.of(inputs.get(encoded.size())));
    }
    return new NDList(forward(parameters, encoded, training).bytes());
  }

  @Override
  public Shape[] getOutputShapes(Shape[] inputShapes) {
    long elements = 0;
    for (Shape shape : inputShapes) {
      elements += shape.get(1);
    }
    return new Shape[] {new Shape(inputShapes[0].get(0), elements, channels)};
  }
}
