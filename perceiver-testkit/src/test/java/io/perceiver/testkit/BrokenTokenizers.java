package io.perceiver.testkit;

import io.perceiver.api.Tokenizer;
import io.perceiver.testkit.constant.Constant;
import io.perceiver.testkit.constant.ConstantConfig;
import java.nio.FloatBuffer;
import java.util.List;

/** Plugins that break a clause about elements. */
final class BrokenTokenizers {

  private BrokenTokenizers() {}

  /** Core refuses such an example, augmented or not, before it comes to a model. */
  @Breaks(
      value = "elementCountsAreWithinTheSpec",
      andSo = {
        "augmentedExamplesFitTheSpec",
        "forwardIsFinite",
        "everyParameterLearns",
        "garbageCollectionChangesNoGradient",
        "trainingLowersTheLoss",
        "savedWeightsGiveTheSame",
        "batchesEqualTheirExamples"
      })
  static final class HasTooManyElements extends Altered {
    @Override
    protected List<Constant> examples() {
      return List.of(new Constant(0.1f, 3), new Constant(0.5f, 8), new Constant(0.5f, 9));
    }
  }

  @Breaks("everyElementIsWritten")
  static final class ForgetsTheLastElement extends Altered {
    @Override
    Tokenizer<Constant> tokenizer(Tokenizer<Constant> good) {
      return new AlteredTokenizer(good) {
        @Override
        public void tokenize(Constant example, FloatBuffer content, FloatBuffer positions) {
          int shorter = content.limit() - 1;
          super.tokenize(example, FloatBuffer.allocate(example.elements()), positions);
          for (int i = 0; i < shorter; i++) {
            content.put(example.value());
          }
        }
      };
    }
  }

  @Breaks("nothingElseIsWritten")
  static final class WritesToTheCapacity extends Altered {
    @Override
    Tokenizer<Constant> tokenizer(Tokenizer<Constant> good) {
      return new AlteredTokenizer(good) {
        @Override
        public void tokenize(Constant example, FloatBuffer content, FloatBuffer positions) {
          super.tokenize(example, content, positions);
          content.limit(content.capacity());
          while (content.hasRemaining()) {
            content.put(0);
          }
        }
      };
    }
  }

  @Breaks("nothingElseIsWritten")
  static final class WritesFromTheArraysStart extends Altered {
    @Override
    Tokenizer<Constant> tokenizer(Tokenizer<Constant> good) {
      return new AlteredTokenizer(good) {
        @Override
        public void tokenize(Constant example, FloatBuffer content, FloatBuffer positions) {
          super.tokenize(example, content, positions);
          content.array()[0] = example.value();
        }
      };
    }
  }

  /** Core refuses such an example before it comes to a model. */
  @Breaks(
      value = "contentIsFinite",
      andSo = {
        "augmentedExamplesFitTheSpec",
        "forwardIsFinite",
        "everyParameterLearns",
        "garbageCollectionChangesNoGradient",
        "trainingLowersTheLoss",
        "savedWeightsGiveTheSame",
        "batchesEqualTheirExamples"
      })
  static final class DividesByZero extends Altered {
    @Override
    protected List<Constant> examples() {
      return List.of(new Constant(0.1f, 3), new Constant(0.5f, 8), new Constant(0.5f, 2));
    }

    @Override
    Tokenizer<Constant> tokenizer(Tokenizer<Constant> good) {
      return new AlteredTokenizer(good) {
        @Override
        public void tokenize(Constant example, FloatBuffer content, FloatBuffer positions) {
          float scale = example.elements() - 2;
          super.tokenize(
              new Constant(example.value() / scale, example.elements()), content, positions);
        }
      };
    }
  }

  /** The same positions come with augmented examples. */
  @Breaks(value = "positionsLieWithinTheUnitCube", andSo = "augmentedExamplesFitTheSpec")
  static final class CountsPositions extends Altered {
    @Override
    Tokenizer<Constant> tokenizer(Tokenizer<Constant> good) {
      return new AlteredTokenizer(good) {
        @Override
        public void tokenize(Constant example, FloatBuffer content, FloatBuffer positions) {
          for (int i = 0; i < example.elements(); i++) {
            content.put(example.value());
            positions.put(i);
          }
        }
      };
    }
  }

  @Breaks("differentExamplesGiveDifferentArrays")
  static final class LooksAtTheLengthOnly extends Altered {
    @Override
    protected List<Constant> examples() {
      return List.of(
          new Constant(-0.8f, 4), new Constant(0.9f, 4), new Constant(0, 1), new Constant(0, 8));
    }

    @Override
    protected ConstantConfig validConfig() {
      return new ConstantConfig(8, 0);
    }

    @Override
    protected boolean augments() {
      return false;
    }

    @Override
    Tokenizer<Constant> tokenizer(Tokenizer<Constant> good) {
      return new AlteredTokenizer(good) {
        @Override
        public void tokenize(Constant example, FloatBuffer content, FloatBuffer positions) {
          super.tokenize(new Constant(1, example.elements()), content, positions);
        }
      };
    }
  }

  @Breaks("examplesStayAsTheyAre")
  static final class MarksWhatItHasSeen extends OfArrays {
    @Override
    void seen(float[] example) {
      example[MARK] = 1;
    }
  }

  @Breaks("threadsTokenizeAlike")
  static final class KeepsTheExampleInAField extends Altered {
    @Override
    Tokenizer<Constant> tokenizer(Tokenizer<Constant> good) {
      return new AlteredTokenizer(good) {
        private volatile Constant current = new Constant(0, 1);

        @Override
        public void tokenize(Constant example, FloatBuffer content, FloatBuffer positions) {
          current = example;
          Thread.yield();
          pause();
          super.tokenize(new Constant(current.value(), example.elements()), content, positions);
        }
      };
    }

    /** Long enough for another thread to come by. */
    private static void pause() {
      try {
        Thread.sleep(0, 100_000);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
