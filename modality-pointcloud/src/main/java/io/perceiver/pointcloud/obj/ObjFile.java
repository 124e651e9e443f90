package io.perceiver.pointcloud.obj;

import io.perceiver.api.UnreadableExampleException;
import io.perceiver.pointcloud.cloud.PointCloud;
import io.perceiver.pointcloud.read.FileBytes;
import io.perceiver.pointcloud.read.Head;
import io.perceiver.pointcloud.read.ReadOptions;
import io.perceiver.pointcloud.read.TextScanner;
import io.perceiver.pointcloud.read.TokenScanner;
import java.util.Locale;

/**
 * Reads OBJ files: the vertices {@code v} with the colours that some programs append, the normals
 * {@code vn} and the faces {@code f}. Textures, materials and groups are ignored; so are the lines,
 * curves and single points that lie beside the faces.
 */
public final class ObjFile {
  private static final String ENDING = ".obj";
  private static final int COORDINATES = 3;
  private static final int WITH_COLOUR = 6;
  private static final int MOST_NUMBERS = 7;

  private final TokenScanner text;
  private final ObjMesh mesh;

  private ObjFile(FileBytes file, ReadOptions options) {
    this.text = new TokenScanner(file, TokenScanner.Syntax.CONTINUED_LINES);
    this.mesh = new ObjMesh(file, options);
  }

  /** Whether a file is called OBJ and begins with a statement of that format. */
  public static boolean matches(FileBytes file) {
    if (!file.name().toLowerCase(Locale.ROOT).endsWith(ENDING)) {
      return false;
    }
    TokenScanner text = new TokenScanner(Head.of(file), TokenScanner.Syntax.CONTINUED_LINES);
    try {
      return !text.hasNext() || ObjStatement.of(text.word()) != ObjStatement.UNKNOWN;
    } catch (UnreadableExampleException notText) {
      return false;
    }
  }

  /**
   * Reads the mesh, or the cloud if there are no faces.
   *
   * @throws UnreadableExampleException if the file is damaged or lacks what is asked for
   */
  public static PointCloud read(FileBytes file, ReadOptions options)
      throws UnreadableExampleException {
    return new ObjFile(file, options).read();
  }

  private PointCloud read() throws UnreadableExampleException {
    while (text.hasNext()) {
      String word = text.word();
      switch (ObjStatement.of(word)) {
        case VERTEX -> readVertex();
        case NORMAL -> readNormal();
        case FACE -> readFace();
        case IGNORED, CURVE -> text.skipLine();
        case FREE_FORM ->
            throw text.refused("'" + word + "', a surface that is not a polygon; export a mesh");
        case CALL ->
            throw text.refused("'" + word + "', which brings in another file; export one file");
        case UNKNOWN ->
            throw text.refused("'" + TextScanner.shown(word) + "' is not a statement of OBJ");
      }
    }
    return mesh.cloud();
  }

  /** Vertices have x, y, z; a weight may follow, or red, green and blue. */
  private void readVertex() throws UnreadableExampleException {
    double[] numbers = numbers(MOST_NUMBERS);
    mesh.addVertex(numbers, numbers.length == WITH_COLOUR);
  }

  private void readNormal() throws UnreadableExampleException {
    double[] numbers = numbers(COORDINATES);
    mesh.addNormal(numbers);
  }

  private double[] numbers(int most) throws UnreadableExampleException {
    int count = text.wordsOnLine();
    if (count < COORDINATES || count > most || count == 5) {
      throw text.refused(
          count
              + " numbers; allowed: "
              + (most == COORDINATES ? "3" : "3, or 4 with a weight, 6 or 7 with a colour"));
    }
    double[] numbers = new double[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = text.number();
    }
    return numbers;
  }

  private void readFace() throws UnreadableExampleException {
    if (!text.hasNextOnLine()) {
      throw text.refused("a face without corners");
    }
    mesh.beginFace();
    while (text.hasNextOnLine()) {
      mesh.addCorner(ObjIndex.read(text, mesh.vertices(), mesh.normals()), text.line());
    }
  }
}
