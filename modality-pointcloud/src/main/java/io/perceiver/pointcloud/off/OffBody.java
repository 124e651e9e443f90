package io.perceiver.pointcloud.off;

import io.perceiver.api.UnreadableExampleException;
import io.perceiver.pointcloud.cloud.PointCloud;
import io.perceiver.pointcloud.read.Columns;
import io.perceiver.pointcloud.read.Faces;
import io.perceiver.pointcloud.read.FileBytes;
import io.perceiver.pointcloud.read.PointTable;
import io.perceiver.pointcloud.read.ReadOptions;
import io.perceiver.pointcloud.read.TextScanner;
import io.perceiver.pointcloud.read.TokenScanner;

/** The vertices and faces of an OFF file, read in one layout from the first number to the last. */
final class OffBody {
  private final FileBytes file;
  private final OffHeader header;
  private final OffLayout layout;
  private final TokenScanner text;
  private final PointTable table;
  private final Faces faces;

  /**
   * Begins a body.
   *
   * @param text stands before the first vertex
   * @throws UnreadableExampleException if vertices lack what is asked for
   */
  OffBody(
      FileBytes file, ReadOptions options, OffHeader header, OffLayout layout, TokenScanner text)
      throws UnreadableExampleException {
    this.file = file;
    this.header = header;
    this.layout = layout;
    this.text = text;
    Columns columns = Columns.named(layout.vertex().names());
    this.table = new PointTable(file, options, columns, header.faces() > 0);
    this.faces = new Faces(file, options, header.vertices());
  }

  /**
   * Reads to the end of the file.
   *
   * @throws UnreadableExampleException if the numbers are not what the header says
   */
  OffBody read() throws UnreadableExampleException {
    new OffVertices(file, header, layout.vertex(), text).read(table);
    for (long face = 0; face < header.faces(); face++) {
      readFace(face);
    }
    if (text.hasNext()) {
      throw text.refused(
          "its header says "
              + header.vertices()
              + " vertices and "
              + header.faces()
              + " faces, but it goes on with '"
              + TextScanner.shown(text.word())
              + "'");
    }
    return this;
  }

  /**
   * Puts all together.
   *
   * @throws UnreadableExampleException if points are invalid and may not be, or faces too large
   */
  PointCloud cloud() throws UnreadableExampleException {
    return table.cloud((int) header.vertices(), faces.triangles(table.axes()));
  }

  private void readFace(long face) throws UnreadableExampleException {
    if (!text.hasNext()) {
      throw file.refused(
          "cut short: its header says " + header.faces() + " faces, but it holds " + face);
    }
    if (layout.faceLines() && !text.beginsLine()) {
      throw text.refused("a face begins within the line; one before it has the wrong length");
    }
    double corners = text.number();
    if (!(corners >= 0) || corners != Math.rint(corners)) {
      throw text.refused("a face of " + corners + " corners");
    }
    if (!layout.faceLines() && corners < 3) {
      throw text.refused("a face of " + corners + " corners among several on one line");
    }
    faces.begin();
    // ends with the text, whatever the number
    for (double corner = 0; corner < corners; corner++) {
      faces.corner(text.number());
    }
    if (layout.faceLines()) {
      skipColour();
    }
  }

  /** Geomview: "colorspec continues past v[Nv-1] to end-of-line; may be 0 to 4 numbers". */
  private void skipColour() throws UnreadableExampleException {
    int numbers = text.wordsOnLine();
    if (numbers == 2 || numbers > 4) {
      throw text.refused(numbers + " numbers after the corners of a face; a colour has 1, 3 or 4");
    }
    for (int i = 0; i < numbers; i++) {
      text.number();
    }
  }
}
