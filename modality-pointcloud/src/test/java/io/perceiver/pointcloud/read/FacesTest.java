package io.perceiver.pointcloud.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.perceiver.api.UnreadableExampleException;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FacesTest {
  private static final int POINTS = 400;

  private static Faces faces(int maxPoints) {
    return new Faces(
        new FileBytes("a.off", new byte[0]),
        new ReadOptions(Set.of(), maxPoints, InvalidPoints.DROP),
        POINTS);
  }

  private static void add(Faces faces, int... corners) throws UnreadableExampleException {
    faces.begin();
    for (int corner : corners) {
      faces.corner(corner);
    }
  }

  @Test
  void trianglesOfFewerThanThreePointsAreLeftOut() throws UnreadableExampleException {
    Faces faces = faces(1);
    // far more corners than triangles are allowed
    add(faces, new int[100_000]);
    add(faces, 0, 1, 1, 0);
    add(faces, 0, 1, 0, 1);
    add(faces, 3, 1, 1, 2, 2, 3);

    assertThat(faces.triangles(new double[3][POINTS])).containsExactly(3, 1, 2);
  }

  @Test
  void fourTrianglesAreAllowedForEachAllowedPoint() throws UnreadableExampleException {
    Faces faces = faces(POINTS);
    for (int i = 0; i < 4 * POINTS; i++) {
      add(faces, 0, 1, 2 + i % (POINTS - 2));
    }

    assertThat(faces.triangles(new double[3][POINTS]))
        .hasSize(3 * 4 * POINTS)
        .endsWith(0, 1, 2 + 7);
    assertThatThrownBy(() -> add(faces, 1, 2, 3))
        .isInstanceOf(UnreadableExampleException.class)
        .hasMessage(
            "a.off: its faces are more than the 1600 triangles allowed, 4 for each of 400 points;"
                + " raise maxPoints to accept it");
  }
}
