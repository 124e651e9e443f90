package io.perceiver.nn;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import io.perceiver.api.Problems;
import io.perceiver.kernel.AttentionMaps;
import io.perceiver.kernel.AttentionOptions;
import io.perceiver.kernel.AttentionSize;
import io.perceiver.kernel.AttentionWeights;
import io.perceiver.kernel.Kernels;
import io.perceiver.kernel.MaskedRows;
import io.perceiver.kernel.PlainKernels;
import org.jspecify.annotations.Nullable;

/**
 * W_o·softmax(Q·Kᵀ / sqrt(d)) V over H heads, queries of other channels than keys and values
 * (Perceiver App. C, Perceiver IO App. E.1). No norm, no residual.
 */
public final class MultiHeadAttention extends Layer {
  private final int queryChannels;
  private final int keyValueChannels;
  private final int qkChannels;
  private final int vChannels;
  private final AttentionConfig config;
  private final MaskedRows maskedRows;
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
   * Makes an attention.
   *
   * @throws io.perceiver.api.InvalidSpecException if the heads do not divide the widths
   */
  public MultiHeadAttention(
      int queryChannels,
      int keyValueChannels,
      AttentionConfig config,
      MaskedRows maskedRows,
      InitConfig init,
      Kernels kernels) {
    this.queryChannels = queryChannels;
    this.keyValueChannels = keyValueChannels;
    this.config = config;
    this.maskedRows = maskedRows;
    this.kernels = kernels;
    qkChannels = config.qkChannels(queryChannels, keyValueChannels);
    vChannels = config.vChannels(queryChannels, keyValueChannels);
    checkHeads();
    query = weight("queryWeight", qkChannels, queryChannels, init);
    key = weight("keyWeight", qkChannels, keyValueChannels, init);
    value = weight("valueWeight", vChannels, keyValueChannels, init);
    output = weight("outputWeight", queryChannels, vChannels, init);
    outputBias = bias("outputBias", queryChannels, vChannels, init);
    boolean biases = config.biases();
    queryBias = biases ? bias("queryBias", qkChannels, queryChannels, init) : null;
    keyBias = biases ? bias("keyBias", qkChannels, keyValueChannels, init) : null;
    valueBias = biases ? bias("valueBias", vChannels, keyValueChannels, init) : null;
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

  private Parameter weight(String name, int outputs, int inputs, InitConfig init) {
    return parameter(name, Parameter.Type.WEIGHT, Inits.weight(init, inputs), outputs, inputs);
  }

  private Parameter bias(String name, int outputs, int inputs, InitConfig init) {
    return parameter(name, Parameter.Type.BIAS, Inits.bias(init, inputs), outputs);
  }

  /**
   * Queries read keys and values.
   *
   * @param queries (batch, query, channel)
   * @param keyValues (batch, key, channel); may be {@code queries}
   * @param mask (batch, key), boolean, true = attend; null where all keys are real
   * @param inverted whether the softmax runs over the queries
   * @return (batch, query, channel), owned by the manager of the queries
   */
  public NDArray forward(
      ParameterStore parameters,
      NDArray queries,
      NDArray keyValues,
      @Nullable NDArray mask,
      boolean inverted,
      boolean training) {
    AttentionWeights weights = weights(parameters, queries.getDevice(), training);
    return kernels.attention(queries, keyValues, mask, weights, options(inverted, training));
  }

  AttentionOptions options(boolean inverted, boolean training) {
    double dropout = training ? config.dropout() : 0;
    return new AttentionOptions(config.heads(), maskedRows, inverted, dropout);
  }

  /** The logits and weights of {@link #forward}, computed plainly, for those who want to look. */
  public AttentionMaps maps(
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

  /** What decides the cost for one example. */
  public AttentionSize size(long queries, long keys) {
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
    return new NDList(forward(parameters, queries, keyValues, null, false, training));
  }

  @Override
  public Shape[] getOutputShapes(Shape[] inputShapes) {
    return new Shape[] {inputShapes[0]};
  }
}
