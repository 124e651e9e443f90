package io.perceiver.pointcloud.off;

import io.perceiver.api.UnreadableExampleException;
import io.perceiver.pointcloud.read.FileBytes;
import io.perceiver.pointcloud.read.PointTable;
import io.perceiver.pointcloud.read.TokenScanner;

/**
 * The vertices of an OFF file. They may stand on lines as they like; but a file of one line for
 * each must keep to that, so that a number too many and one too few are not taken for two vertices.
 */
final class OffVertices {
  private static final double LARGEST_COLOUR = 255;
  private static final double UNIT = 1e-2;

  private final FileBytes file;
  private final OffHeader header;
  private final OffVertex vertex;
  private final TokenScanner text;
  private final double[] numbers;
  private long lines;
  private int lastLine;
  private int unevenLine;
  private boolean colours = true;
  private boolean normals = true;

  OffVertices(FileBytes file, OffHeader header, OffVertex vertex, TokenScanner text) {
    this.file = file;
    this.header = header;
    this.vertex = vertex;
    this.text = text;
    this.numbers = new double[vertex.size()];
  }

  /**
   * Reads all of them.
   *
   * @throws UnreadableExampleException if there are fewer, or their numbers are not what they
   *     should be
   */
  void read(PointTable table) throws UnreadableExampleException {
    int count = (int) header.vertices();
    table.reserve(count);
    boolean fillsLine = text.beginsLine() && text.wordsOnLine() == vertex.size();
    for (int point = 0; point < count; point++) {
      readVertex(point);
      for (int column = 0; column < numbers.length; column++) {
        table.set(point, column, numbers[column]);
      }
    }
    boolean goesOn = fillsLine && text.hasNextOnLine();
    if (goesOn || (lines == count && unevenLine > 0)) {
      throw file.refused(
          unevenLine > 0 ? unevenLine : text.line(),
          "not the " + vertex.size() + " numbers of a vertex, as other lines");
    }
    if (vertex.undeclared() && table.keeps(vertex.names().indexOf("red"))) {
      checkColours();
    }
  }

  private void readVertex(int point) throws UnreadableExampleException {
    for (int i = 0; i < numbers.length; i++) {
      if (!text.hasNext()) {
        throw file.refused(
            "cut short: its header says " + header.vertices() + " vertices, but it holds " + point);
      }
      boolean begins = text.beginsLine();
      lines += begins ? 1 : 0;
      if (begins != (i == 0) && unevenLine == 0) {
        unevenLine = begins ? lastLine : text.line();
      }
      lastLine = text.line();
      numbers[i] = text.number();
    }
    if (vertex.homogeneous()) {
      for (int axis = 0; axis < 3; axis++) {
        numbers[axis] /= numbers[3];
      }
    }
    if (vertex.undeclared()) {
      look(numbers[3], numbers[4], numbers[5]);
    }
  }

  private void look(double a, double b, double c) {
    colours &= isLevel(a) && isLevel(b) && isLevel(c);
    normals &= Math.abs(a * a + b * b + c * c - 1) < UNIT;
  }

  private static boolean isLevel(double number) {
    return number >= 0 && number <= LARGEST_COLOUR;
  }

  private void checkColours() throws UnreadableExampleException {
    if (!colours || normals) {
      throw file.refused(
          "its vertices have "
              + vertex.size()
              + " numbers, but nothing says what the last ones are, and they "
              + (normals ? "may be normals" : "are not all from 0 to 255")
              + "; begin the file with COFF if they are colours, NOFF if they are normals");
    }
  }
}
