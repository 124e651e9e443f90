package io.perceiver.image.raster;

import static io.perceiver.image.Pictures.noise;
import static io.perceiver.image.Pictures.raster;
import static io.perceiver.image.Pictures.samples;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResamplingTest {

  @Test
  void sameSizeIsTheSameImage() {
    Raster image = noise(5, 7, 3, 1);

    assertThat(Resampling.resize(image, 5, 7)).isSameAs(image);
    assertThat(Resampling.resize(image, Box.whole(image), Filter.BILINEAR, 5, 7)).isEqualTo(image);
  }

  @Test
  void shrinkingByTwoIsATriangleOfFourPixels() {
    // weights 1 3 3 1; at the edges, without the missing one, 3 3 1 and 1 3 3
    Raster image = raster(1, 4, 1, 0, 70, 140, 210);

    assertThat(samples(Resampling.resize(image, 1, 2)))
        .containsExactly((3 * 0 + 3 * 70 + 140) / 7, (70 + 3 * 140 + 3 * 210) / 7);
  }

  @Test
  void enlargingInterpolatesBetweenPixelCentres() {
    Raster image = raster(1, 2, 1, 0, 100);

    assertThat(samples(Resampling.resize(image, 1, 4))).containsExactly(0, 25, 75, 100);
  }

  @Test
  void everyChannelIsResizedOnItsOwn() {
    Raster image = raster(1, 2, 3, 0, 100, 7, 100, 0, 7);

    assertThat(samples(Resampling.resize(image, 1, 4)))
        .containsExactly(0, 100, 7, 25, 75, 7, 75, 25, 7, 100, 0, 7);
  }

  /**
   * Values of Pillow 12.3.0, {@code Image.resize(size, BILINEAR)}, which rounds between the axes.
   */
  @ParameterizedTest
  @CsvSource({
    "2, 3, 79 96 173 106 99 76",
    "4, 2, 96 132 60 180 149 39 75 95",
    "6, 7, 10 119 151 30 73 159 250 5 77 114 75 118 183 245 43 59 83 111 143 176 203 212 157 104"
        + " 73 61 55 53 131 115 108 121 56 48 72 7 47 106 177 70 70 127"
  })
  void agreesWithTheUsualLibrary(int height, int width, String expected) {
    Raster image =
        raster(
            4, 5, 1, 10, 200, 30, 90, 250, 0, 60, 120, 180, 240, 255, 128, 64, 32, 16, 7, 77, 177,
            27, 127);

    int[] ours = samples(Resampling.resize(image, height, width));

    int[] theirs = Arrays.stream(expected.split(" ")).mapToInt(Integer::parseInt).toArray();
    assertThat(ours).hasSameSizeAs(theirs);
    for (int i = 0; i < ours.length; i++) {
      assertThat(Math.abs(ours[i] - theirs[i])).as("sample " + i).isLessThanOrEqualTo(1);
    }
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "3, 50", "50, 3", "17, 19", "200, 100"})
  void aPlainImageStaysPlain(int height, int width) {
    byte[] plain = new byte[33 * 21 * 3];
    Arrays.fill(plain, (byte) 201);

    Raster resized = Resampling.resize(Raster.owning(33, 21, 3, plain), height, width);

    assertThat(samples(resized)).hasSize(height * width * 3).containsOnly(201);
  }

  @Test
  void aPartOfTheSameSizeIsCopied() {
    Raster image = raster(3, 3, 1, 1, 2, 3, 4, 5, 6, 7, 8, 9);

    assertThat(samples(Resampling.resize(image, new Box(1, 1, 2, 2), Filter.BILINEAR, 2, 2)))
        .containsExactly(5, 6, 8, 9);
  }

  @Test
  void extremeProportionsNeedNoMoreThanSourceAndResult() {
    // a float for every source row and output column would be 32 GiB
    Raster column = Raster.owning(1 << 23, 1, 1, new byte[1 << 23]);
    Raster row = Raster.owning(1, 1 << 23, 1, new byte[1 << 23]);

    assertThat(Resampling.resize(column, 2, 1024).size()).isEqualTo(2048);
    assertThat(Resampling.resize(row, 1024, 2).size()).isEqualTo(2048);
  }
}
