package io.perceiver.testkit;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.core.Linear;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import io.perceiver.api.ByteArraySpec;
import io.perceiver.api.InputAdapter;
import io.perceiver.api.ModalityPlugin;
import io.perceiver.api.PositionEncoding;
import io.perceiver.api.Tokenizer;
import io.perceiver.api.position.LearnedPositions;
import io.perceiver.testkit.constant.Constant;
import io.perceiver.testkit.constant.ConstantConfig;
import io.perceiver.testkit.constant.ConstantPlugin;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Plugins that break a clause about a model of their modality. */
final class BrokenNetworks {

  private BrokenNetworks() {}

  /** Encodings of one model are equal to each other: only what they do is broken. */
  private record Odd(PositionEncoding good) implements PositionEncoding {
    @Override
    public int channels(ByteArraySpec spec) {
      return good.channels(spec) + 1;
    }

    @Override
    public String explain(ByteArraySpec spec) {
      return good.explain(spec);
    }

    @Override
    public Block block(ByteArraySpec spec) {
      return good.block(spec);
    }
  }

  /** A trunk made for other channels cannot run. */
  @Breaks(
      value = "encodingsKeepTheirShape",
      andSo = {
        "forwardIsFinite",
        "everyParameterLearns",
        "garbageCollectionChangesNoGradient",
        "trainingLowersTheLoss",
        "savedWeightsGiveTheSame",
        "batchesEqualTheirExamples",
        "paddingChangesNothing",
        "elementOrderChangesNothing",
        "twoOfAKindFuse"
      })
  static final class DeclaresAChannelTooMany extends Altered {
    @Override
    PositionEncoding encoding(PositionEncoding good) {
      return new Odd(good);
    }
  }

  /** A loss that is not a number stops every training; even the padding is none. */
  @Breaks(
      value = "forwardIsFinite",
      andSo = {
        "everyParameterLearns",
        "garbageCollectionChangesNoGradient",
        "trainingLowersTheLoss",
        "savedWeightsGiveTheSame",
        "batchesEqualTheirExamples",
        "paddingChangesNothing",
        "twoOfAKindFuse"
      })
  static final class TakesLogarithms extends Altered {
    @Override
    InputAdapter adapter() {
      return Adapting.by(NDArray::log);
    }
  }

  /** Has a parameter and passes content as it is. */
  private static final class Idle extends AbstractBlock {
    Idle() {
      addParameter(
          Parameter.builder()
              .setName("idle")
              .setType(Parameter.Type.WEIGHT)
              .optShape(new Shape(3, 3))
              .build());
    }

    @Override
    protected NDList forwardInternal(
        ParameterStore parameters,
        NDList inputs,
        boolean training,
        @Nullable PairList<String, Object> options) {
      return inputs;
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputShapes) {
      return inputShapes;
    }
  }

  @Breaks("everyParameterLearns")
  static final class HasAnIdleParameter extends Altered {
    @Override
    InputAdapter adapter() {
      return new Adapting(Idle::new);
    }
  }

  /** The gradient of the map needs the number that its output was multiplied by. */
  @Breaks("garbageCollectionChangesNoGradient")
  static final class LendsANumberToTheGraph extends Altered {
    @Override
    InputAdapter adapter() {
      return new Adapting(
          () ->
              new SequentialBlock()
                  .add(Linear.builder().setUnits(1).build())
                  .addSingleton(content -> content.mul(0.5f)));
    }
  }

  @Breaks("trainingLowersTheLoss")
  static final class WhispersItsValues extends Altered {
    @Override
    protected List<Constant> examples() {
      return List.of(new Constant(-0.8f, 4), new Constant(0.9f, 4), new Constant(0.1f, 4));
    }

    @Override
    Tokenizer<Constant> tokenizer(Tokenizer<Constant> good) {
      return new AlteredTokenizer(good) {
        @Override
        public void tokenize(Constant example, FloatBuffer content, FloatBuffer positions) {
          super.tokenize(
              new Constant(example.value() * 1e-9f, example.elements()), content, positions);
        }
      };
    }
  }

  @Breaks("savedWeightsGiveTheSame")
  static final class KnowsMoreThanItsParameters extends Altered {
    private static final AtomicInteger BLOCKS = new AtomicInteger();

    @Override
    InputAdapter adapter() {
      return new Adapting(
          () -> {
            int shift = BLOCKS.incrementAndGet() % 7;
            return Adapting.by(content -> content.add(shift)).maker().get();
          });
    }
  }

  /** A batch of left and right is a batch too. */
  @Breaks(value = "batchesEqualTheirExamples", andSo = "twoOfAKindFuse")
  static final class CentresTheBatch extends Altered {
    @Override
    InputAdapter adapter() {
      return Adapting.by(content -> content.sub(content.mean(new int[] {0}, true).mul(0.5f)));
    }
  }

  @Breaks("paddingChangesNothing")
  static final class CentresPaddingToo extends Altered {
    @Override
    protected List<Constant> examples() {
      // of one length, so that nothing is padded in a batch of them
      return List.of(new Constant(-0.8f, 4), new Constant(0.9f, 4), new Constant(0.1f, 4));
    }

    @Override
    InputAdapter adapter() {
      return Adapting.by(content -> content.sub(content.mean(new int[] {1}, true).mul(0.5f)));
    }
  }

  @Breaks("elementOrderChangesNothing")
  static final class CountsElements extends Altered {
    @Override
    InputAdapter adapter() {
      return Adapting.by(
          content -> {
            float elements = content.getShape().get(1);
            return content.mul(content.getManager().arange(1f, elements + 1).reshape(1, -1, 1));
          });
    }
  }

  @Breaks("twoOfAKindFuse")
  static final class HandsOutOneBlock extends Altered {
    private static final LearnedPositions GOOD = new LearnedPositions(4, 1);
    private Block block = new Idle();

    @Override
    protected boolean ignoresElementOrder() {
      return false;
    }

    /** A Block for each plugin object. */
    @Override
    protected ModalityPlugin<ConstantConfig, Constant> plugin() {
      block = GOOD.block(new ConstantPlugin().create(validConfig()).tokenizer().spec());
      return super.plugin();
    }

    @Override
    PositionEncoding encoding(PositionEncoding good) {
      return new OneBlock(block);
    }
  }

  /** Gives every model the same Block; equal to all others by what it says. */
  private record OneBlock(Block block) implements PositionEncoding {
    @Override
    public int channels(ByteArraySpec spec) {
      return HandsOutOneBlock.GOOD.channels(spec);
    }

    @Override
    public String explain(ByteArraySpec spec) {
      return HandsOutOneBlock.GOOD.explain(spec);
    }

    @Override
    public Block block(ByteArraySpec spec) {
      return block;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof OneBlock;
    }

    @Override
    public int hashCode() {
      return 0;
    }
  }
}
