package io.perceiver.pointcloud.read;

import static io.perceiver.pointcloud.read.Reading.assertRefused;
import static io.perceiver.pointcloud.read.Reading.read;
import static org.assertj.core.api.Assertions.assertThat;

import io.perceiver.api.UnreadableExampleException;
import io.perceiver.pointcloud.cloud.Channel;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is made of columns that nothing names, in text whose ending says nothing either. */
class GuessCheckTest {
  /** One row for each point, after different coordinates. */
  private static String rows(String... more) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < more.length; i++) {
      text.append(i * i).append(".5 ").append(i).append(" 7 ").append(more[i].strip()).append('\n');
    }
    return text.toString();
  }

  @ParameterizedTest
  @CsvSource({
    "NORMALS, 0 0.6 -0.8 / 0 0 -1, 0 0.6 -0.8 0 0 -1",
    "NORMALS, 0 0 0 / 0.58 0.58 -0.58, 0 0 0 0.57735 0.57735 -0.57735",
    "COLOUR, 255 0 51 / 0 0 0, 1 -1 -0.6 -1 -1 -1",
    "COLOUR, 1 0.5 0 / 0 0 0, 1 0 -1 -1 -1 -1",
    "COLOUR, -3 255 0 51 / 900 0 0 0, 1 -1 -0.6 -1 -1 -1",
    "INTENSITY, 0.25 / 1, 0.25 1",
    "INTENSITY, 0.25 9 200 9 / 1 9 200 9, 0.25 1",
  })
  void whatFitsIsRead(Channel channel, String columns, String values)
      throws UnreadableExampleException {
    float[] read = read("a.txt", rows(columns.split("/")), channel).channel(channel);

    double[] expected = Arrays.stream(values.split(" ")).mapToDouble(Double::parseDouble).toArray();
    assertThat(read).hasSize(expected.length);
    for (int i = 0; i < expected.length; i++) {
      assertThat((double) read[i])
          .isCloseTo(expected[i], org.assertj.core.data.Offset.offset(1e-5));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "NORMALS, 255 0 255 / 0 9 0, that of point 1 has the length 360.62445; not 1",
    "NORMALS, 0 0 1 / 1 0 0, they hold nothing but 0 and 1; as colours can",
    "NORMALS, 0 0 0 / 0 0 0, all of them are 0",
    "NORMALS, 0 0 1 3 / 1 0 0 4, has no normals",
    "COLOUR, 0 0 1 / 1 0 0, they hold nothing but 0 and 1; as normals can",
    "COLOUR, 0 0.6 0.8 / 0.8 0.6 0, all have the length 1; as normals have",
    "COLOUR, 0 0.6 -0.8 / 0.8 0.6 0, neither whole numbers in 0…255 nor numbers in 0…1",
    "COLOUR, 300 0 0 / 0 0 0, neither whole numbers in 0…255 nor numbers in 0…1",
    "COLOUR, 255 0 255 9 / 255 0 255 9, they could as well be the red of colours",
    "COLOUR, 0.0 0.0 1.0 3.00 / 0.0 0.0 1.0 3.00, they could as well be the red of colours",
    "COLOUR, 0.5 / 1, has no colour",
    "INTENSITY, 3 / 1, they are whole numbers; as labels and colours are",
    "INTENSITY, 0.5 / 12.5, they lie outside 0…1",
    "INTENSITY, 255 0 255 9 / 255 0 255 9, they could as well be the red of colours",
  })
  void whatCouldBeSomethingElseIsRefusedWithTheSettingThatHelps(
      Channel channel, String columns, String reason) {
    assertRefused("a.txt", rows(columns.split("/")), channel)
        .hasMessageContaining(reason.replace(';', ','))
        .hasMessageContaining("say what its columns hold by the setting columns");
  }

  @ParameterizedTest
  @CsvSource({
    "0 0 0 0 / 1 0 0 1 / 2 1 0 5, it counts the points",
    "1 .5 0 0 / 2 0 0 1 / 3 1 .5 5, it counts the points",
    "4 .5 0 .5 / 4 1 0 1, it is 4 for every point",
    "4 .5 0 .5 / 7 1 0.1 1, its numbers are whole and those after it are not",
  })
  void aLabelOrIndexIsNotTakenForACoordinate(String rows, String reason) {
    assertRefused("a.txt", rows.replace('/', '\n'))
        .hasMessageContaining("from column 1 on they would be x, but " + reason)
        .hasMessageContaining("say what its columns hold by the setting columns");
  }

  @Test
  void threeColumnsAreCoordinatesWhateverTheyHold() throws UnreadableExampleException {
    assertThat(read("a.txt", "0 0 .5\n1 0 .5\n2 0 .5\n").coordinates()).hasSize(9);
  }

  @Test
  void coloursOfNamedColumnsHaveOneOfThreeRanges() throws UnreadableExampleException {
    String names = "x y z r g b\n";

    assertThat(read("a.txt", names + "1 2 3 65535 0 0\n", Channel.COLOUR).channel(Channel.COLOUR))
        .containsExactly(1, -1, -1);
    assertThat(
            read("a.txt", names + "1 2 3 1.0000001 0.5 0\n", Channel.COLOUR)
                .channel(Channel.COLOUR))
        .containsExactly(1, 0, -1);
    assertRefused("a.txt", names + "1 2 3 0 -0.5 1\n", Channel.COLOUR)
        .hasMessage(
            "a.txt: has colours from -0.5 to 1; allowed: 0 to 1, 0 to 255, or whole numbers up to"
                + " 65535");
    assertRefused("a.txt", names + "1 2 3 0 0.5 1.5\n", Channel.COLOUR)
        .hasMessageContaining("has colours from 0 to 1.5");
    assertRefused("a.txt", names + "1 2 3 0 0.5 300\n", Channel.COLOUR)
        .hasMessageContaining("has colours from 0 to 300");
  }
}
