package io.perceiver.pointcloud.off;

import io.perceiver.api.UnreadableExampleException;
import io.perceiver.pointcloud.cloud.PointCloud;
import io.perceiver.pointcloud.read.Columns;
import io.perceiver.pointcloud.read.Faces;
import io.perceiver.pointcloud.read.FileBytes;
import io.perceiver.pointcloud.read.PointTable;
import io.perceiver.pointcloud.read.ReadOptions;
import io.perceiver.pointcloud.read.TextScanner;

/**
 * Reads OFF files, one vertex or face a line; {@code C} and {@code N} forms with their channels.
 */
public final class OffFile {
  // a digit and what separates it
  private static final int FEWEST_BYTES = 2;

  private final FileBytes file;
  private final TextScanner text;

  private OffFile(FileBytes file) {
    this.file = file;
    this.text = new TextScanner(file, false);
  }

  /** Whether a file is OFF, by its first word. */
  public static boolean matches(FileBytes file) {
    TextScanner text = new TextScanner(file, false);
    try {
      return text.nextDataLine() && OffHeader.isKey(text.word());
    } catch (UnreadableExampleException notText) {
      return false;
    }
  }

  /**
   * Reads the mesh, or the cloud where there are no faces.
   *
   * @throws UnreadableExampleException if the file is damaged, cut short or lacks what is asked for
   */
  public static PointCloud read(FileBytes file, ReadOptions options)
      throws UnreadableExampleException {
    return new OffFile(file).read(options);
  }

  private PointCloud read(ReadOptions options) throws UnreadableExampleException {
    OffHeader header = OffHeader.read(file, text);
    Columns columns = Columns.named(header.columns());
    PointTable table = new PointTable(file, options, columns, header.faces() > 0);
    long fewest = (long) FEWEST_BYTES * header.columns().size();
    file.checkPoints(header.vertices(), fewest, text.remaining(), options);
    if (header.faces() > text.remaining() / FEWEST_BYTES) {
      throw file.refused(
          "cut short: its header says "
              + header.faces()
              + " faces, but "
              + text.remaining()
              + " bytes follow");
    }
    int vertices = (int) header.vertices();
    readVertices(table, vertices, header);
    return table.cloud(vertices, readFaces(header, options));
  }

  private void readVertices(PointTable table, int vertices, OffHeader header)
      throws UnreadableExampleException {
    int columns = header.columns().size();
    table.reserve(vertices);
    for (int vertex = 0; vertex < vertices; vertex++) {
      nextLine("vertices", vertices, vertex);
      for (int column = 0; column < columns; column++) {
        table.set(vertex, column, text.number());
      }
      skip(header);
    }
  }

  /** Goes past what may follow the numbers of a vertex: a few that are not read, and a comment. */
  private void skip(OffHeader header) throws UnreadableExampleException {
    int most = header.skipped();
    for (int more = 0; text.hasWord() && !text.word().startsWith("#"); more++) {
      if (more == most) {
        throw text.refused(
            "more than the "
                + (header.columns().size() + most)
                + " numbers of a vertex that its header allows");
      }
    }
  }

  /** What follows the corners of a face is its colour. */
  private int[] readFaces(OffHeader header, ReadOptions options) throws UnreadableExampleException {
    Faces faces = new Faces(file, options, header.vertices());
    for (long face = 0; face < header.faces(); face++) {
      nextLine("faces", header.faces(), face);
      double corners = text.number();
      if (!(corners >= 0) || corners != Math.rint(corners)) {
        throw text.refused("a face of " + corners + " corners");
      }
      faces.begin();
      // ends at the end of the line, whatever the number
      for (double corner = 0; corner < corners; corner++) {
        faces.corner(text.number());
      }
    }
    return faces.triangles();
  }

  private void nextLine(String what, long expected, long found) throws UnreadableExampleException {
    if (!text.nextDataLine()) {
      throw file.refused(
          "cut short: its header says " + expected + " " + what + ", but it holds " + found);
    }
  }
}
