package io.perceiver.pointcloud.ply;

import io.perceiver.api.UnreadableExampleException;
import io.perceiver.pointcloud.cloud.PointCloud;
import io.perceiver.pointcloud.read.ByteOrderMark;
import io.perceiver.pointcloud.read.Column;
import io.perceiver.pointcloud.read.Columns;
import io.perceiver.pointcloud.read.Faces;
import io.perceiver.pointcloud.read.FileBytes;
import io.perceiver.pointcloud.read.PointTable;
import io.perceiver.pointcloud.read.ReadOptions;
import java.util.List;

/**
 * Reads PLY files: the element {@code vertex} gives the points, the elements {@code face} and
 * {@code tristrips} the surface. All else is skipped.
 */
public final class PlyFile {
  private final FileBytes file;
  private final PlyHeader header;
  private final PlyNumbers numbers;
  private final ReadOptions options;
  private final PointTable table;
  private final Faces faces;
  private final PlyElement vertices;

  private PlyFile(FileBytes file, PlyHeader header, ReadOptions options)
      throws UnreadableExampleException {
    this.file = file;
    this.header = header;
    this.options = options;
    this.vertices =
        header
            .element(file, "vertex")
            .orElseThrow(() -> file.refused("its PLY header has no element vertex"));
    boolean mesh = false;
    for (PlyElement element : header.elements()) {
      mesh |= element.isSurface() && element.count() > 0;
    }
    this.table = new PointTable(file, options, columns(vertices.properties()), mesh);
    this.faces = new Faces(file, options, vertices.count());
    this.numbers = PlyNumbers.of(file, header);
  }

  /** Whether a file is PLY, by its first line. */
  public static boolean matches(FileBytes file) {
    int start = ByteOrderMark.length(file);
    return file.has(start, "ply\n") || file.has(start, "ply\r") || file.has(start, "ply ");
  }

  /**
   * Reads the points and faces.
   *
   * @throws UnreadableExampleException if the file is damaged, cut short or lacks what is asked for
   */
  public static PointCloud read(FileBytes file, ReadOptions options)
      throws UnreadableExampleException {
    return new PlyFile(file, PlyHeader.read(file), options).read();
  }

  private static Columns columns(List<PlyProperty> properties) {
    double largestColour = Columns.UNKNOWN;
    double largestIntensity = 1;
    for (PlyProperty property : properties) {
      Column column = Column.named(property.name());
      int largest = property.type().largest();
      largestColour = column.isColour() && largest > 0 ? largest : largestColour;
      largestIntensity = column == Column.INTENSITY && largest > 0 ? largest : largestIntensity;
    }
    return new Columns(
        properties.stream().map(PlyProperty::name).toList(),
        properties.stream().map(p -> p.isList() ? Column.OTHER : Column.named(p.name())).toList(),
        largestColour,
        largestIntensity);
  }

  private PointCloud read() throws UnreadableExampleException {
    for (PlyElement element : header.elements()) {
      check(element);
      if (element.count() > 0 && !element.properties().isEmpty()) {
        numbers.begin(element);
      }
      if (element.isVertices()) {
        readVertices();
      } else if (!element.properties().isEmpty()) {
        readItems(element);
      }
    }
    numbers.end();
    return table.cloud((int) vertices.count(), faces.triangles(table.axes()));
  }

  private void check(PlyElement element) throws UnreadableExampleException {
    long fewest = fewestBytes(element);
    if (element.isVertices()) {
      file.checkPoints(element.count(), fewest, numbers.remaining(), options);
    } else if (fewest > 0 && element.count() > numbers.remaining() / fewest) {
      throw file.refused(
          "cut short: its header says "
              + element.count()
              + " items of "
              + element.name()
              + ", at least "
              + fewest
              + " bytes each, but "
              + numbers.remaining()
              + " bytes follow");
    }
  }

  private long fewestBytes(PlyElement element) {
    return header.encoding() == PlyHeader.Encoding.ASCII
        ? element.properties().size()
        : element.fewestBytes();
  }

  private void readVertices() throws UnreadableExampleException {
    int count = (int) vertices.count();
    table.reserve(count);
    List<PlyProperty> properties = vertices.properties();
    for (int point = 0; point < count; point++) {
      for (int column = 0; column < properties.size(); column++) {
        PlyProperty property = properties.get(column);
        if (property.isList()) {
          readList(property, corner -> {});
        } else {
          table.set(point, column, numbers.next(property));
        }
      }
    }
  }

  private void readItems(PlyElement element) throws UnreadableExampleException {
    int corners = element.isSurface() && element.count() > 0 ? element.corners(file) : -1;
    TriangleStrip strip = new TriangleStrip(faces);
    for (long item = 0; item < element.count(); item++) {
      for (int i = 0; i < element.properties().size(); i++) {
        PlyProperty property = element.properties().get(i);
        if (!property.isList()) {
          numbers.next(property);
        } else if (i != corners) {
          readList(property, number -> {});
        } else if (element.isStrips()) {
          strip.restart();
          readList(property, strip::corner);
        } else {
          faces.begin();
          readList(property, faces::corner);
        }
      }
    }
  }

  private void readList(PlyProperty property, Corners corners) throws UnreadableExampleException {
    double length = numbers.length(property);
    int fewest = numbers.bytes(property.type());
    if (!(length >= 0) || length != Math.rint(length) || length * fewest > numbers.remaining()) {
      throw file.refused(
          "damaged: a list '"
              + property.name()
              + "' of length "
              + length
              + ", but "
              + numbers.remaining()
              + " bytes follow");
    }
    for (int i = 0; i < (int) length; i++) {
      corners.add(numbers.next(property));
    }
  }

  /** Takes the numbers of a list. */
  @FunctionalInterface
  private interface Corners {
    void add(double number) throws UnreadableExampleException;
  }
}
