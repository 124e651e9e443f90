package io.perceiver.pointcloud.pcd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.perceiver.api.UnreadableExampleException;
import io.perceiver.pointcloud.read.FileBytes;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LzfTest {

  private static byte[] decompress(byte[] bytes, int size) throws UnreadableExampleException {
    return Lzf.decompress(new FileBytes("a.pcd", bytes), 0, bytes.length, size);
  }

  private static byte[] bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }

  @Test
  void copiesLiteralsAndWhatWasWrittenBefore() throws UnreadableExampleException {
    // "abc" as it is, then 4 bytes from 3 back, then 9 from 1 back by the long form
    byte[] compressed = bytes(2, 'a', 'b', 'c', 2 << 5, 2, 7 << 5, 0, 0);

    assertThat(new String(decompress(compressed, 16), StandardCharsets.US_ASCII))
        .isEqualTo("abcabcaaaaaaaaaa");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 31, 32, 33, 1000, 20_000})
  void undoesCompression(int size) throws UnreadableExampleException {
    SplittableRandom random = new SplittableRandom(size);
    byte[] original = new byte[size];
    for (int i = 0; i < size; i++) {
      original[i] = (byte) (i % 700 < 350 ? 0 : random.nextInt(4));
    }

    assertThat(decompress(LzfBytes.compress(original), size)).isEqualTo(original);
  }

  @ParameterizedTest
  @CsvSource({
    "'2,97,98', 3, end within literal bytes",
    "'0,97,32', 4, end within an instruction",
    "'0,97,224,1', 9, end within an instruction",
    "'0,97,32,1', 4, refer to bytes before their beginning",
    "'2,97,98,99', 2, become more than the 2 bytes expected",
    "'0,97,32,0', 3, become more than the 3 bytes expected",
    "'2,97,98,99', 4, 'become 3 bytes, expected 4'"
  })
  void refusesWhatCannotBe(String numbers, int size, String reason) {
    String[] parts = numbers.split(",");
    byte[] compressed = new byte[parts.length];
    for (int i = 0; i < parts.length; i++) {
      compressed[i] = (byte) Integer.parseInt(parts[i]);
    }

    assertThatThrownBy(() -> decompress(compressed, size))
        .isInstanceOf(UnreadableExampleException.class)
        .hasMessage("a.pcd: damaged: its compressed bytes " + reason);
  }
}
