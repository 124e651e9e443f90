package org.example.mask;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import io.perceiver.api.ByteArray;
import io.perceiver.api.head.Head;
import io.perceiver.api.head.HeadBlock;
import io.perceiver.api.head.HeadOutput;
import io.perceiver.api.head.Loss;
import io.perceiver.api.head.Metric;
import io.perceiver.api.head.ModelSpec;
import io.perceiver.api.head.Prediction;
import io.perceiver.api.head.Target;
import io.perceiver.api.head.TargetArray;
import io.perceiver.api.layer.LayerFactory;
import java.util.List;
import java.util.Map;

/** Answers with the class of every element of a mask. */
final class MaskHead implements Head, HeadOutput, Loss {
  private final MaskConfig config;

  MaskHead(MaskConfig config) {
    this.config = config;
  }

  @Override
  public HeadBlock block(ModelSpec model, LayerFactory layers) {
    return new MaskDecoder(config, model, layers);
  }

  @Override
  public List<HeadOutput> outputs() {
    return List.of(this);
  }

  @Override
  public Target target() {
    return new Target.Elements(config.of());
  }

  @Override
  public Loss loss() {
    return this;
  }

  /** Cross-entropy, (batch, index): minus the log of the probability of each element's class. */
  @Override
  public NDArray perElement(NDArray output, TargetArray target, Map<String, ByteArray> inputs) {
    return output.logSoftmax(-1).gather(ids(target), -1).squeeze(-1).neg();
  }

  /** (batch, index, 1), as the mask's tokenizer writes them: one channel that holds the class. */
  private static NDArray ids(TargetArray target) {
    return target.values().toType(DataType.INT64, false);
  }

  @Override
  public List<Metric> metrics() {
    return List.of(new PixelAccuracy());
  }

  @Override
  public Prediction render(float[] values, int... shape) {
    int classes = shape[1];
    float[] ids = new float[shape[0]];
    for (int i = 0; i < ids.length; i++) {
      for (int c = 1; c < classes; c++) {
        ids[i] = values[i * classes + c] > values[i * classes + (int) ids[i]] ? c : ids[i];
      }
    }
    return new Prediction.Elements(config.of(), ids, 1, new float[0]);
  }

  /** Share of the elements whose score is largest for their class; padding does not count. */
  private static final class PixelAccuracy implements Metric {
    @Override
    public String name() {
      return "pixelAccuracy";
    }

    @Override
    public boolean higherIsBetter() {
      return true;
    }

    @Override
    public Accumulator start() {
      return new Accumulator() {
        private double right;
        private double all;

        @Override
        public void add(NDArray output, TargetArray target) {
          NDArray weights = target.elementWeights();
          NDArray hits = output.argMax(-1).eq(ids(target).squeeze(-1));
          right += hits.toType(DataType.FLOAT32, false).mul(weights).sum().getFloat();
          all += weights.sum().getFloat();
        }

        @Override
        public double value() {
          return all == 0 ? Double.NaN : right / all;
        }
      };
    }
  }
}
