package io.perceiver.pointcloud.stl;

import io.perceiver.api.UnreadableExampleException;
import io.perceiver.pointcloud.cloud.Axis;
import io.perceiver.pointcloud.cloud.PointCloud;
import io.perceiver.pointcloud.read.Columns;
import io.perceiver.pointcloud.read.DistinctRows;
import io.perceiver.pointcloud.read.Faces;
import io.perceiver.pointcloud.read.FileBytes;
import io.perceiver.pointcloud.read.PointTable;
import io.perceiver.pointcloud.read.ReadOptions;
import java.util.List;

/** The triangles of an STL file while it is read, with their corners merged into points. */
final class StlMesh {
  private final FileBytes file;
  private final ReadOptions options;
  private final PointTable table;
  private final DistinctRows points = new DistinctRows(Axis.COUNT);
  private final Faces faces;

  StlMesh(FileBytes file, ReadOptions options) throws UnreadableExampleException {
    this.file = file;
    this.options = options;
    this.table = new PointTable(file, options, Columns.named(List.of("x", "y", "z")), true);
    this.faces = new Faces(file, options, options.maxPoints());
  }

  /** Begins the next triangle. */
  void begin() throws UnreadableExampleException {
    faces.begin();
  }

  /**
   * Adds a corner.
   *
   * @throws UnreadableExampleException if there are too many points or triangles
   */
  void corner(double x, double y, double z) throws UnreadableExampleException {
    int point = points.add(x, y, z);
    if (point >= options.maxPoints()) {
      throw file.refused(
          "has more than the "
              + options.maxPoints()
              + " points allowed; raise maxPoints to accept it");
    }
    faces.corner(point);
  }

  PointCloud cloud() throws UnreadableExampleException {
    table.reserve(points.size());
    for (int point = 0; point < points.size(); point++) {
      for (int axis = 0; axis < Axis.COUNT; axis++) {
        table.set(point, axis, points.get(point, axis));
      }
    }
    return table.cloud(points.size(), faces.triangles(table.axes()));
  }
}
