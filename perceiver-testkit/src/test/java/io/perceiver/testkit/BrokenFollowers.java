package io.perceiver.testkit;

import io.perceiver.api.Augmentation;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.extension.ExtendWith;

/** Plugins that break a clause about geometries. */
final class BrokenFollowers {

  private BrokenFollowers() {}

  @Breaks("geometryRepeats")
  @ExtendWith(OnlyWhenAsked.class)
  static final class DrawsWhatIsNotEqual extends OfRows {
    /** No record, so that it is equal to itself alone. */
    private static final class Mirror {
      private final boolean isMirrored;

      Mirror(boolean isMirrored) {
        this.isMirrored = isMirrored;
      }
    }

    @Override
    Augmentation<float[], ?> augmentation(Config config) {
      Mirroring good = new Mirroring(config);
      return new Augmentation<float[], Mirror>() {
        @Override
        public Class<Mirror> geometryType() {
          return Mirror.class;
        }

        @Override
        public boolean drawsGeometry() {
          return good.drawsGeometry();
        }

        @Override
        public boolean isNone() {
          return good.isNone();
        }

        @Override
        public Mirror drawGeometry(float[] example, RandomGenerator random) {
          return new Mirror(good.drawGeometry(example, random).isMirrored());
        }

        @Override
        public float[] apply(float[] example, Mirror geometry, RandomGenerator random) {
          return good.apply(example, new Mirrored(geometry.isMirrored), random);
        }
      };
    }
  }

  @Breaks("followersMoveAlike")
  @ExtendWith(OnlyWhenAsked.class)
  static final class StaysWhereItIs extends OfRows {
    @Override
    Augmentation<float[], ?> augmentation(Config config) {
      return new Mirroring(config) {
        @Override
        public float[] apply(float[] example, Mirrored geometry, RandomGenerator random) {
          return isNone() ? example.clone() : super.apply(example, geometry, random);
        }
      };
    }
  }

  @Breaks("followersKeepIds")
  @ExtendWith(OnlyWhenAsked.class)
  static final class MixesIds extends OfRows {
    @Override
    Augmentation<float[], ?> augmentation(Config config) {
      return new Mirroring(config) {
        @Override
        public float[] apply(float[] example, Mirrored geometry, RandomGenerator random) {
          float[] moved = super.apply(example, geometry, random);
          for (int i = 0; isNone() && i < moved.length; i++) {
            moved[i] /= 2;
          }
          return moved;
        }
      };
    }
  }
}
