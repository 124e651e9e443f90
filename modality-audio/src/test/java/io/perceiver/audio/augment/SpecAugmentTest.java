package io.perceiver.audio.augment;

import static org.assertj.core.api.Assertions.assertThat;

import io.perceiver.audio.mel.MelGrid;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpecAugmentTest {
  private static final int FRAMES = 12;
  private static final int BANDS = 8;

  private static SpecAugment masks(int time, int frequency, MelGrid grid) {
    return SpecAugment.of(
            AugmentationConfig.none().withTimeMasks(time, 4).withFrequencyMasks(frequency, 3),
            grid,
            true)
        .orElseThrow();
  }

  /** Which values are hidden, by (frame, band); all channels of one must agree. */
  private static boolean[][] hidden(SpecAugment masks, int seed) {
    MelGrid grid = masks.grid();
    int elements = grid.columns(FRAMES) * grid.rows();
    float[] content = new float[elements * grid.elementChannels()];
    Arrays.fill(content, 5);
    masks.apply(FloatBuffer.wrap(content), elements, new SplittableRandom(seed));
    boolean[][] hidden = new boolean[FRAMES][BANDS];
    for (int frame = 0; frame < FRAMES; frame++) {
      for (int band = 0; band < BANDS; band++) {
        hidden[frame][band] = content[grid.index(frame, band, 0)] == 0;
        for (int channel = 1; channel < grid.channels(); channel++) {
          assertThat(content[grid.index(frame, band, channel)] == 0).isEqualTo(hidden[frame][band]);
        }
      }
    }
    return hidden;
  }

  @ParameterizedTest
  @CsvSource({"1, 1, 1", "1, 8, 1", "2, 4, 1", "4, 2, 2", "12, 8, 1"})
  void aTimeMaskHidesAllBandsOfSuccessiveFrames(int frames, int bands, int channels) {
    SpecAugment masks = masks(1, 0, new MelGrid(frames, bands, BANDS / bands, channels));
    boolean[] widths = new boolean[5];
    boolean[] places = new boolean[FRAMES];
    for (int seed = 0; seed < 300; seed++) {
      boolean[][] hidden = hidden(masks, seed);
      int width = 0;
      int changes = 0;
      for (int frame = 0; frame < FRAMES; frame++) {
        boolean[] row = new boolean[BANDS];
        Arrays.fill(row, hidden[frame][0]);
        assertThat(hidden[frame]).isEqualTo(row);
        width += hidden[frame][0] ? 1 : 0;
        places[frame] |= hidden[frame][0];
        changes += frame > 0 && hidden[frame][0] != hidden[frame - 1][0] ? 1 : 0;
      }
      assertThat(changes).isLessThanOrEqualTo(2);
      widths[width] = true;
    }
    assertThat(widths).containsOnly(true);
    assertThat(places).containsOnly(true);
  }

  @ParameterizedTest
  @CsvSource({"1, 1, 1", "3, 8, 1", "2, 4, 3"})
  void aFrequencyMaskHidesSuccessiveBandsOfAllFrames(int frames, int bands, int channels) {
    SpecAugment masks = masks(0, 1, new MelGrid(frames, bands, BANDS / bands, channels));
    boolean[] widths = new boolean[4];
    for (int seed = 0; seed < 200; seed++) {
      boolean[][] hidden = hidden(masks, seed);
      int width = 0;
      for (int band = 0; band < BANDS; band++) {
        width += hidden[0][band] ? 1 : 0;
        for (int frame = 1; frame < FRAMES; frame++) {
          assertThat(hidden[frame][band]).isEqualTo(hidden[0][band]);
        }
      }
      widths[width] = true;
    }
    assertThat(widths).containsOnly(true);
  }

  @Test
  void theElementsDoNotDecideWhatIsHidden() {
    for (int seed = 0; seed < 50; seed++) {
      assertThat(hidden(masks(2, 2, new MelGrid(1, 1, 8, 1)), seed))
          .isDeepEqualTo(hidden(masks(2, 2, new MelGrid(3, 4, 2, 2)), seed));
    }
  }

  @Test
  void masksWiderThanTheClipFit() {
    SpecAugment masks =
        SpecAugment.of(
                AugmentationConfig.none().withTimeMasks(1, 4096).withFrequencyMasks(1, 4096),
                new MelGrid(1, 4, 1, 1),
                true)
            .orElseThrow();
    float[] content = {1, 1, 1, 1};

    masks.apply(FloatBuffer.wrap(content), 1, new SplittableRandom(3));

    assertThat(content).containsOnly(0);
  }

  @Test
  void theMeanStandsWhereValuesAreNotStandardised() {
    SpecAugment masks =
        SpecAugment.of(
                AugmentationConfig.none().withTimeMasks(1, 4096), new MelGrid(1, 2, 1, 1), false)
            .orElseThrow();
    float[] content = {-1, 0, 1, 4};

    masks.apply(FloatBuffer.wrap(content), 2, new SplittableRandom(3));

    assertThat(content).containsOnly(1);
  }

  @Test
  void noMaskIsNothing() {
    assertThat(SpecAugment.of(AugmentationConfig.none(), new MelGrid(1, 4, 1, 1), true)).isEmpty();
  }
}
