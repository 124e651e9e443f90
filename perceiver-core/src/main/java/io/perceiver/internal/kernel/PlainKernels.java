package io.perceiver.internal.kernel;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.norm.Dropout;
import io.perceiver.api.Scalars;
import io.perceiver.api.layer.Activation;
import io.perceiver.api.layer.AttentionMaps;
import io.perceiver.api.layer.MaskedRows;
import org.jspecify.annotations.Nullable;

/**
 * Everything in NDArray operations, for any engine: the reference the fused kernels are held to.
 */
public final class PlainKernels extends PlainUpdates implements Kernels {
  private static final float EPSILON = 1e-5f;
  private static final double SQRT_HALF = Math.sqrt(0.5);
  private static final double SQRT_2_BY_PI = Math.sqrt(2 / Math.PI);

  /** Added to the logit of a masked key: finite, so that no gradient turns NaN. */
  private static final float MASKED = -1e30f;

  @Override
  public String name() {
    return "plain";
  }

  @Override
  public NDArray linear(NDArray x, NDArray weight, @Nullable NDArray bias) {
    NDArray transposed = weight.transpose();
    transposed.attach(x.getManager());
    NDArray product = x.matMul(transposed);
    return bias == null ? product : product.add(bias);
  }

  @Override
  public NDArray layerNorm(NDArray x, NDArray scale, NDArray offset) {
    return normalise(x).mul(scale).add(offset);
  }

  @Override
  public NDArray normalise(NDArray x) {
    int[] last = {x.getShape().dimension() - 1};
    NDArray centred = x.sub(x.mean(last, true));
    NDArray variance = centred.square().mean(last, true);
    return centred.div(variance.add(EPSILON).sqrt());
  }

  @Override
  public NDArray attention(
      NDArray query,
      NDArray keyValue,
      @Nullable NDArray mask,
      AttentionWeights weights,
      AttentionOptions options) {
    NDArray probabilities = maps(query, keyValue, mask, weights, options).weights();
    if (options.dropout() > 0) {
      probabilities = dropout(probabilities, options.dropout());
    }
    NDArray values = heads(linear(keyValue, weights.value(), weights.valueBias()), options.heads());
    NDArray read = probabilities.matMul(values).transpose(0, 2, 1, 3);
    Shape shape = read.getShape();
    NDArray joined = read.reshape(shape.get(0), shape.get(1), shape.get(2) * shape.get(3));
    return linear(joined, weights.output(), weights.outputBias());
  }

  /** The logits and weights of {@link #attention}, for those who want to see them. */
  public AttentionMaps maps(
      NDArray query,
      NDArray keyValue,
      @Nullable NDArray mask,
      AttentionWeights weights,
      AttentionOptions options) {
    NDArray queries = heads(linear(query, weights.query(), weights.queryBias()), options.heads());
    NDArray keys = heads(linear(keyValue, weights.key(), weights.keyBias()), options.heads());
    double headChannels = queries.getShape().get(3);
    NDArray logits =
        Scalars.divide(queries.matMul(keys.transpose(0, 1, 3, 2)), Math.sqrt(headChannels));
    NDArray weight = options.inverted() ? inverted(logits, mask) : softmax(logits, mask, options);
    return new AttentionMaps(logits, weight);
  }

  private static NDArray softmax(NDArray logits, @Nullable NDArray mask, AttentionOptions options) {
    if (mask == null) {
      return logits.softmax(-1);
    }
    NDArray attend = asFloats(mask, logits);
    // a masked logit is replaced, not shifted: a row with no key left is then exactly uniform and
    // sends no gradient into its logits
    NDArray hidden = attend.neg().add(1);
    NDArray replaced = logits.mul(attend).add(Scalars.multiply(hidden, MASKED));
    NDArray weights = replaced.softmax(-1);
    if (options.maskedRows() == MaskedRows.UNIFORM) {
      return weights;
    }
    return weights.mul(attend);
  }

  private static NDArray inverted(NDArray logits, @Nullable NDArray mask) {
    NDArray weights = logits.softmax(-2);
    if (mask != null) {
      weights = weights.mul(asFloats(mask, logits));
    }
    return weights.div(Scalars.maximum(weights.sum(new int[] {3}, true), 1e-8));
  }

  /** (batch, key) booleans → (batch, 1, 1, key) floats, 1 = attend. */
  private static NDArray asFloats(NDArray mask, NDArray like) {
    Shape shape = mask.getShape();
    NDArray floats = mask.toType(DataType.FLOAT32, false);
    floats.attach(like.getManager());
    return floats.reshape(shape.get(0), 1, 1, shape.get(1));
  }

  /** (batch, index, head × channel) → (batch, head, index, channel). */
  private static NDArray heads(NDArray x, int heads) {
    Shape shape = x.getShape();
    return x.reshape(shape.get(0), shape.get(1), heads, shape.get(2) / heads).transpose(0, 2, 1, 3);
  }

  @Override
  public NDArray mlp(NDArray x, MlpWeights weights, Activation activation, double dropout) {
    NDArray wide = linear(x, weights.widen(), weights.widenBias());
    NDArray hidden =
        switch (activation) {
          case GELU -> gelu(wide);
          case GELU_TANH -> geluTanh(wide);
          case GEGLU -> geglu(wide);
        };
    NDArray narrow = linear(hidden, weights.narrow(), weights.narrowBias());
    return dropout > 0 ? dropout(narrow, dropout) : narrow;
  }

  private static NDArray gelu(NDArray x) {
    return Scalars.multiply(x.mul(Scalars.multiply(x, SQRT_HALF).erf().add(1)), 0.5);
  }

  private static NDArray geluTanh(NDArray x) {
    NDArray cubed = Scalars.multiply(x.mul(x).mul(x), 0.044715);
    NDArray inner = Scalars.multiply(x.add(cubed), SQRT_2_BY_PI);
    return Scalars.multiply(x.mul(inner.tanh().add(1)), 0.5);
  }

  private static NDArray geglu(NDArray x) {
    NDList halves = x.split(2, x.getShape().dimension() - 1);
    return halves.get(0).mul(gelu(halves.get(1)));
  }

  private static NDArray dropout(NDArray x, double probability) {
    return Dropout.dropout(x, (float) probability, true).singletonOrThrow();
  }
}
