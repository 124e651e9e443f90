package io.perceiver.internal.nn;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import io.perceiver.api.Problems;
import io.perceiver.api.layer.AttentionConfig;
import io.perceiver.api.layer.AttentionLayer;
import io.perceiver.api.layer.AttentionMaps;
import io.perceiver.api.layer.LayerCost;
import io.perceiver.internal.kernel.AttentionOptions;
import io.perceiver.internal.kernel.AttentionSize;
import io.perceiver.internal.kernel.AttentionWeights;
import io.perceiver.internal.kernel.Kernels;
import io.perceiver.internal.kernel.PlainKernels;
import org.jspecify.annotations.Nullable;

/** Multi-head attention by the kernels. */
public final class MultiHeadAttention extends AttentionLayer {
  private final int queryChannels;
  private final int keyValueChannels;
  private final int outputChannels;
  private final int qkChannels;
  private final int vChannels;
  private final AttentionConfig config;
  private final KernelLayers made;
  private final Kernels kernels;
  private final Parameter query;
  private final Parameter key;
  private final Parameter value;
  private final Parameter output;
  private final Parameter outputBias;
  private final @Nullable Parameter queryBias;
  private final @Nullable Parameter keyBias;
  private final @Nullable Parameter valueBias;

  /**
   * Creates the layer.
   *
   * @param outputChannels channels of the result
   * @param made the layers it is one of: its kernels and how weights start
   * @throws io.perceiver.api.InvalidSpecException if the heads do not divide the widths
   */
  public MultiHeadAttention(
      int queryChannels,
      int keyValueChannels,
      int outputChannels,
      AttentionConfig config,
      KernelLayers made) {
    this.queryChannels = queryChannels;
    this.keyValueChannels = keyValueChannels;
    this.outputChannels = outputChannels;
    this.config = config;
    this.made = made;
    kernels = made.kernels();
    qkChannels = config.qkChannels(queryChannels, keyValueChannels);
    vChannels = config.vChannels(queryChannels, keyValueChannels);
    checkHeads();
    query = weight("queryWeight", qkChannels, queryChannels);
    key = weight("keyWeight", qkChannels, keyValueChannels);
    value = weight("valueWeight", vChannels, keyValueChannels);
    output = weight("outputWeight", outputChannels, vChannels);
    outputBias = bias("outputBias", outputChannels, vChannels);
    boolean biases = config.biases();
    queryBias = biases ? bias("queryBias", qkChannels, queryChannels) : null;
    keyBias = biases ? bias("keyBias", qkChannels, keyValueChannels) : null;
    valueBias = biases ? bias("valueBias", vChannels, keyValueChannels) : null;
  }

  private void checkHeads() {
    Problems problems = new Problems("");
    int heads = config.heads();
    String widths = qkChannels + " channels of queries and keys and " + vChannels + " of values";
    problems.check(
        qkChannels % heads == 0 && vChannels % heads == 0,
        "heads",
        heads,
        "a divisor of the " + widths + ", or width: heads");
    problems.throwIfAny();
  }

  private Parameter weight(String name, int outputs, int inputs) {
    return parameter(
        name, Parameter.Type.WEIGHT, Inits.weight(made.init(), inputs), outputs, inputs);
  }

  private Parameter bias(String name, int outputs, int inputs) {
    return parameter(name, Parameter.Type.BIAS, Inits.bias(made.init(), inputs), outputs);
  }

  @Override
  public NDArray forward(
      ParameterStore parameters,
      NDArray queries,
      NDArray keyValues,
      @Nullable NDArray mask,
      boolean training) {
    AttentionWeights weights = weights(parameters, queries.getDevice(), training);
    return kernels.attention(queries, keyValues, mask, weights, options(false, training));
  }

  AttentionOptions options(boolean inverted, boolean training) {
    double dropout = training ? config.dropout() : 0;
    return new AttentionOptions(config.heads(), made.maskedRows(), inverted, dropout);
  }

  @Override
  public AttentionMaps maps(
      ParameterStore parameters, NDArray queries, NDArray keyValues, @Nullable NDArray mask) {
    return maps(parameters, queries, keyValues, mask, false);
  }

  AttentionMaps maps(
      ParameterStore parameters,
      NDArray queries,
      NDArray keyValues,
      @Nullable NDArray mask,
      boolean inverted) {
    AttentionWeights weights = weights(parameters, queries.getDevice(), false);
    return new PlainKernels().maps(queries, keyValues, mask, weights, options(inverted, false));
  }

  AttentionWeights weights(ParameterStore store, Device device, boolean training) {
    return new AttentionWeights(
        store.getValue(query, device, training),
        store.getValue(key, device, training),
        store.getValue(value, device, training),
        store.getValue(output, device, training),
        store.getValue(outputBias, device, training),
        optional(store, queryBias, device, training),
        optional(store, keyBias, device, training),
        optional(store, valueBias, device, training));
  }

  private static @Nullable NDArray optional(
      ParameterStore store, @Nullable Parameter parameter, Device device, boolean training) {
    return parameter == null ? null : store.getValue(parameter, device, training);
  }

  @Override
  public LayerCost cost(long queries, long keys) {
    return LayerCosts.of(size(queries, keys), outputChannels);
  }

  /** Returns what decides the cost for one example. */
  AttentionSize size(long queries, long keys) {
    return new AttentionSize(
        config.heads(), queries, keys, queryChannels, keyValueChannels, qkChannels, vChannels);
  }

  /** Takes queries, keys and values as one list of one or two arrays. */
  @Override
  protected NDList forwardInternal(
      ParameterStore parameters,
      NDList inputs,
      boolean training,
      PairList<String, Object> options) {
    NDArray queries = inputs.head();
    NDArray keyValues = inputs.get(inputs.size() - 1);
    return new NDList(forward(parameters, queries, keyValues, null, training));
  }

  @Override
  public Shape[] getOutputShapes(Shape[] inputShapes) {
    Shape queries = inputShapes[0];
    return new Shape[] {queries.slice(0, queries.dimension() - 1).add(outputChannels)};
  }
}
