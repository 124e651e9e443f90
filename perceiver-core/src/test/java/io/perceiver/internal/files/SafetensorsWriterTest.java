package io.perceiver.internal.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SafetensorsWriterTest {
  @TempDir Path folder;

  @Test
  void whatIsWrittenIsRead() throws IOException {
    float[] many = new float[300_001];
    for (int i = 0; i < many.length; i++) {
      many[i] = Float.intBitsToFloat(i * 7919);
    }
    Path file = folder.resolve("a.safetensors");
    new SafetensorsWriter()
        .metadata("quote \" and \u00e9", "line\nbreak")
        .floats("block.1/w", new long[] {3, 100_000 + 0, 1}, () -> new float[300_000])
        .floats("many", new long[] {300_001}, () -> many)
        .longs("steps", new long[] {2}, () -> new long[] {Long.MIN_VALUE, 7})
        .floatBuffer("part", new long[] {}, () -> FloatBuffer.wrap(many, 5, 1))
        .floats("none", new long[] {0, 4}, () -> new float[0])
        .write(file);
    try (Safetensors read = Safetensors.open(file)) {
      assertThat(read.names())
          .containsExactlyInAnyOrder("block.1/w", "many", "steps", "part", "none");
      assertThat(read.metadata()).containsEntry("quote \" and \u00e9", "line\nbreak");
      assertThat(read.tensor("block.1/w").shape()).containsExactly(3L, 100_000L, 1L);
      assertThat(read.floats("many")).isEqualTo(many);
      assertThat(read.longs("steps")).containsExactly(Long.MIN_VALUE, 7);
      assertThat(read.floats("part")).containsExactly(many[5]);
      assertThat(read.floats("none")).isEmpty();
    }
  }

  @Test
  void everyTensorIsAlignedToItsElements() throws IOException {
    Path file = folder.resolve("a.safetensors");
    new SafetensorsWriter()
        .floats("f", new long[] {3}, () -> new float[3])
        .longs("i", new long[] {1}, () -> new long[1])
        .write(file);
    long header =
        ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN).getLong();
    assertThat((8 + header) % 8).isZero();
    try (Safetensors read = Safetensors.open(file)) {
      assertThat(read.tensor("i").begin() % 8).isZero();
      assertThat(read.tensor("f").begin() % 4).isZero();
    }
  }

  @Test
  void valuesThatDoNotFitTheShapeAreRefused() {
    SafetensorsWriter writer =
        new SafetensorsWriter().floats("w", new long[] {2, 2}, () -> new float[3]);
    assertThatThrownBy(() -> writer.write(folder.resolve("a")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("tensor 'w' of shape [2, 2] needs 4 values, it has 3");
  }

  @Test
  void namesAreGivenOnce() {
    SafetensorsWriter writer = new SafetensorsWriter().longs("w", new long[] {}, () -> new long[1]);
    assertThatThrownBy(() -> writer.floats("w", new long[] {1}, () -> new float[1]))
        .hasMessageContaining("'w'");
    assertThatThrownBy(() -> writer.floats("__metadata__", new long[] {1}, () -> new float[1]))
        .hasMessageContaining("taken");
  }

  @Test
  void anEmptyFileIsAFile() throws IOException {
    Path file = folder.resolve("a.safetensors");
    new SafetensorsWriter().write(file);
    try (Safetensors read = Safetensors.open(file)) {
      assertThat(read.names()).isEmpty();
    }
  }
}
