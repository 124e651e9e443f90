package io.perceiver.pointcloud.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DistinctRowsTest {

  @Test
  void equalRowsAreOne() {
    DistinctRows rows = new DistinctRows(2);

    assertThat(rows.add(1, 2)).isZero();
    assertThat(rows.add(2, 1)).isOne();
    assertThat(rows.add(1, 2)).isZero();
    assertThat(rows.add(0.0, Double.NaN)).isEqualTo(2);
    assertThat(rows.add(-0.0, Double.NaN)).isEqualTo(2);
    assertThat(rows.get(1, 0)).isEqualTo(2);
    assertThat(rows.size()).isEqualTo(3);
  }

  @Test
  void manyRowsKeepTheirIndices() {
    DistinctRows rows = new DistinctRows(3);
    Map<List<Integer>, Integer> expected = new HashMap<>();
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 20_000; i++) {
      int x = random.nextInt(20);
      int y = random.nextInt(20);
      int z = random.nextInt(20);
      Integer known = expected.putIfAbsent(List.of(x, y, z), expected.size());
      assertThat(rows.add(x, y, z)).isEqualTo(known == null ? expected.size() - 1 : known);
    }
  }
}
