package io.perceiver.internal.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.perceiver.api.PerceiverException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file of 6 GB that takes hardly any disk, because nothing but its ends was ever written. */
class LargeFileTest {
  private static final long LARGE = 6_000_000_000L;

  @TempDir Path folder;

  @Test
  void tensorsBehindTwoGigabytesAreRead() throws IOException {
    Path file = folder.resolve("large.safetensors");
    byte[] json =
        String.format(
                "{\"large\":{\"dtype\":\"U8\",\"shape\":[%1$d],\"data_offsets\":[0,%1$d]},"
                    + "\"end\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[%1$d,%2$d]}}",
                LARGE, LARGE + 4)
            .getBytes(StandardCharsets.UTF_8);
    try (FileChannel channel =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE_NEW,
            StandardOpenOption.WRITE,
            StandardOpenOption.SPARSE)) {
      ByteBuffer head = ByteBuffer.allocate(8 + json.length).order(ByteOrder.LITTLE_ENDIAN);
      channel.write(head.putLong(json.length).put(json).flip(), 0);
      ByteBuffer end = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN);
      channel.write(end.putFloat(1.5f).flip(), 8 + json.length + LARGE);
    }
    try (Safetensors read = Safetensors.open(file)) {
      assertThat(read.floats("end")).containsExactly(1.5f);
      assertThatThrownBy(() -> read.floats("large"))
          .isInstanceOf(PerceiverException.class)
          .hasMessageContaining("too large for one array");
      assertThatThrownBy(() -> read.bytes("large")).hasMessageContaining("one buffer");
    }
  }
}
