package io.perceiver.pointcloud.obj;

import io.perceiver.api.UnreadableExampleException;
import io.perceiver.pointcloud.cloud.Channel;
import io.perceiver.pointcloud.cloud.PointCloud;
import io.perceiver.pointcloud.read.Columns;
import io.perceiver.pointcloud.read.DistinctRows;
import io.perceiver.pointcloud.read.Faces;
import io.perceiver.pointcloud.read.FileBytes;
import io.perceiver.pointcloud.read.PointTable;
import io.perceiver.pointcloud.read.ReadOptions;
import java.util.ArrayList;
import java.util.List;

/**
 * The vertices, normals and faces of an OBJ file while it is read. Where normals are asked for, a
 * vertex becomes one point for each normal that corners give it, so that edges stay sharp; if any
 * corner lacks one, none is used.
 */
final class ObjMesh {
  private static final int COORDINATES = 3;
  private static final int COLOURS = 3;

  private final FileBytes file;
  private final ReadOptions options;
  private final Numbers coordinates = new Numbers();
  private final Numbers colours = new Numbers();
  private final Numbers normals = new Numbers();
  // (vertex, normal) of each point, where normals are asked for
  private final DistinctRows pairs = new DistinctRows(2);
  private final boolean wantsNormals;
  private final boolean wantsColours;
  private final Faces faces;
  private boolean hasFaces;
  private boolean everyCornerHasNormal = true;
  private boolean everyVertexHasColour = true;
  private final Highest highestVertex = new Highest("vertex", "v");
  private final Highest highestNormal = new Highest("normal", "vn");

  ObjMesh(FileBytes file, ReadOptions options) {
    this.file = file;
    this.options = options;
    this.wantsNormals = options.channels().contains(Channel.NORMALS);
    this.wantsColours = options.channels().contains(Channel.COLOUR);
    this.faces = new Faces(file, options, Integer.MAX_VALUE);
  }

  int vertices() {
    return coordinates.size() / COORDINATES;
  }

  int normals() {
    return normals.size() / COORDINATES;
  }

  void addVertex(double[] numbers, boolean colour) throws UnreadableExampleException {
    checkCount(vertices() + 1);
    everyVertexHasColour &= colour;
    for (int axis = 0; axis < COORDINATES; axis++) {
      coordinates.add(numbers[axis]);
    }
    for (int i = 0; wantsColours && everyVertexHasColour && i < COLOURS; i++) {
      colours.add(numbers[COORDINATES + i]);
    }
  }

  void addNormal(double[] numbers) {
    for (double number : numbers) {
      normals.add(number);
    }
  }

  void beginFace() throws UnreadableExampleException {
    hasFaces = true;
    faces.begin();
  }

  void addCorner(ObjIndex corner, int line) throws UnreadableExampleException {
    highestVertex.see(corner.vertex(), line);
    highestNormal.see(corner.normal(), line);
    everyCornerHasNormal &= corner.normal() != ObjIndex.NONE;
    if (wantsNormals) {
      int point = pairs.add(corner.vertex(), corner.normal());
      checkCount(point + 1);
      faces.corner(point);
    } else {
      faces.corner(corner.vertex());
    }
  }

  private void checkCount(int points) throws UnreadableExampleException {
    if (points > options.maxPoints()) {
      throw file.refused(
          "has more than the "
              + options.maxPoints()
              + " points allowed; raise maxPoints to accept it");
    }
  }

  /**
   * Puts all together.
   *
   * @throws UnreadableExampleException if faces name what is not there, or points lack what is
   *     asked for
   */
  PointCloud cloud() throws UnreadableExampleException {
    highestVertex.check(file, vertices());
    highestNormal.check(file, normals());
    PointTable table = new PointTable(file, options, Columns.named(columns()), hasFaces);
    int points = isSplit() ? pairs.size() : vertices();
    table.reserve(points);
    for (int point = 0; point < points; point++) {
      put(table, point);
    }
    return table.cloud(points, faces.triangles(table.axes()));
  }

  private boolean isSplit() {
    return wantsNormals && hasFaces;
  }

  private boolean hasNormals() {
    return hasFaces ? everyCornerHasNormal : normals() == vertices();
  }

  private List<String> columns() {
    List<String> columns = new ArrayList<>(List.of("x", "y", "z"));
    if (hasNormals()) {
      columns.addAll(List.of("nx", "ny", "nz"));
    }
    if (everyVertexHasColour) {
      columns.addAll(List.of("red", "green", "blue"));
    }
    return columns;
  }

  private void put(PointTable table, int point) throws UnreadableExampleException {
    int vertex = isSplit() ? (int) pairs.get(point, 0) : point;
    int normal = isSplit() ? (int) pairs.get(point, 1) : point;
    int column = 0;
    for (int axis = 0; axis < COORDINATES; axis++) {
      table.set(point, column++, coordinates.get(vertex * COORDINATES + axis));
    }
    for (int axis = 0; hasNormals() && axis < COORDINATES; axis++, column++) {
      if (table.keeps(column)) {
        table.set(point, column, normals.get(normal * COORDINATES + axis));
      }
    }
    for (int i = 0; everyVertexHasColour && i < COLOURS; i++, column++) {
      if (table.keeps(column)) {
        table.set(point, column, colours.get(vertex * COLOURS + i));
      }
    }
  }

  /** The highest number that faces name, as what it counts may stand below them. */
  private static final class Highest {
    private final String what;
    private final String statement;
    private int index = ObjIndex.NONE;
    private int line;

    Highest(String what, String statement) {
      this.what = what;
      this.statement = statement;
    }

    void see(int named, int at) {
      if (named > index) {
        index = named;
        line = at;
      }
    }

    void check(FileBytes file, int there) throws UnreadableExampleException {
      if (index >= there) {
        throw file.refused(
            line,
            "a face names "
                + what
                + " "
                + (index + 1L)
                + ", but the file has "
                + there
                + " lines of "
                + statement);
      }
    }
  }
}
