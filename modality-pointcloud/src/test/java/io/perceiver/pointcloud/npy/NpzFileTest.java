package io.perceiver.pointcloud.npy;

import static io.perceiver.pointcloud.read.Reading.assertRefused;
import static io.perceiver.pointcloud.read.Reading.assertRefusedWhereverCut;
import static io.perceiver.pointcloud.read.Reading.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.perceiver.api.UnreadableExampleException;
import io.perceiver.pointcloud.Clouds;
import io.perceiver.pointcloud.read.InvalidPoints;
import io.perceiver.pointcloud.read.ReadOptions;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NpzFileTest {
  private static final byte[] POINTS = NpyBytes.of("<f4", "False", "(1, 3)", 1, 1, 2, 3);
  private static final byte[] OTHERS = NpyBytes.of("<f8", "False", "(1, 3)", 1, 4, 5, 6);

  @Test
  void theOnlyArrayIsRead() throws UnreadableExampleException {
    assertThat(read("a.npz", NpzBytes.stored("arr_0.npy", POINTS)).coordinates())
        .containsExactly(1, 2, 3);
    assertThat(read("a", NpzBytes.deflated("p.npy", POINTS)).coordinates())
        .containsExactly(1, 2, 3);
  }

  @Test
  void aSettingNamesOneOfSeveral() throws UnreadableExampleException {
    byte[] file = NpzBytes.deflated("points.npy", POINTS, "note.txt", POINTS, "b.npy", OTHERS);

    assertThat(read("a.npz", file, Clouds.options().withArray("b")).coordinates())
        .containsExactly(4, 5, 6);
    assertRefused("a.npz", file)
        .hasMessage("a.npz: holds the arrays points, b; name the one to read by the setting array");
    assertThatThrownBy(() -> read("a.npz", file, Clouds.options().withArray("c")))
        .hasMessage("a.npz: holds the arrays points, b, but the setting array names c");
    assertRefused("a.npz", NpzBytes.stored("a.txt", POINTS))
        .hasMessageContaining("holds no arrays");
  }

  @Test
  void isRefusedWhereverItIsCut() {
    assertRefusedWhereverCut("a.npz", NpzBytes.deflated("p.npy", POINTS));
  }

  @Test
  void itsChecksumIsCompared() {
    byte[] file = NpzBytes.stored("p.npy", POINTS);
    file[30 + "p.npy".length() + POINTS.length - 1] ^= 1;

    assertRefused("a.npz", file).hasMessageContaining("a.npz!/p.npy: damaged: its checksum is");
  }

  @Test
  void itsSizesAreCompared() {
    byte[] file = NpzBytes.deflated("p.npy", POINTS);
    ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    int directory = bytes.getInt(file.length - 6);
    for (int difference : new int[] {-1, 1}) {
      bytes.putInt(directory + 24, POINTS.length + difference);
      assertRefused("a.npz", file).hasMessageContaining("it has not the");
    }
    bytes.putInt(directory + 24, -1);
    assertRefused("a.npz", file).hasMessageContaining("is said to have 4294967295 bytes");
    bytes.putShort(file.length - 12, (short) 2);
    assertRefused("a.npz", file)
        .hasMessageContaining("damaged: its zip directory says 2 entries, but it holds 1");
  }

  @Test
  void aBombIsRefusedBeforeItIsUnpacked() {
    byte[] bomb = NpzBytes.deflated("p.npy", new byte[20 << 20]);
    ReadOptions few = new ReadOptions(Set.of(), 10, InvalidPoints.DROP);

    assertThatThrownBy(() -> read("a.npz", bomb, few))
        .hasMessageContaining("a.npz!/p.npy: is said to have 20971520 bytes; allowed: up to");
  }
}
