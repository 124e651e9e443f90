package io.perceiver.pointcloud.file;

import io.perceiver.api.UnreadableExampleException;
import io.perceiver.pointcloud.bin.BinFile;
import io.perceiver.pointcloud.cloud.PointCloud;
import io.perceiver.pointcloud.hdf5.H5Clouds;
import io.perceiver.pointcloud.las.LasFile;
import io.perceiver.pointcloud.npy.NpyFile;
import io.perceiver.pointcloud.npy.NpzFile;
import io.perceiver.pointcloud.obj.ObjFile;
import io.perceiver.pointcloud.off.OffFile;
import io.perceiver.pointcloud.pcd.PcdFile;
import io.perceiver.pointcloud.ply.PlyFile;
import io.perceiver.pointcloud.read.FileBytes;
import io.perceiver.pointcloud.read.ReadOptions;
import io.perceiver.pointcloud.stl.StlFile;
import io.perceiver.pointcloud.text.TextFile;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The formats read, told by their content; the name counts only for text without a header. */
public enum PointFileFormat {
  /** Point Cloud Library. */
  PCD(PcdFile::matches, PcdFile::read),

  /** Polygon file format. */
  PLY(PlyFile::matches, PlyFile::read),

  /** Object file format, as ModelNet ships. */
  OFF(OffFile::matches, OffFile::read),

  /** Laser scans, as surveys ship. */
  LAS(LasFile::matches, LasFile::read),

  /** Triangles, as printers and CAD take them. */
  STL(StlFile::matches, StlFile::read),

  /** Wavefront's objects, as ShapeNet ships; by their name. */
  OBJ(ObjFile::matches, ObjFile::read),

  /** Arrays of NumPy. */
  NPY(NpyFile::matches, NpyFile::read),

  /** Zips of NumPy's arrays. */
  NPZ(NpzFile::matches, NpzFile::read),

  /** Bare float32 numbers, by their name: KITTI, nuScenes. */
  BIN(BinFile::matches, BinFile::read),

  /** One point a line: XYZ, TXT, CSV and their like, by their names. */
  TEXT(TextFile::matches, TextFile::read);

  private final Predicate<FileBytes> matches;
  private final Reading reading;

  PointFileFormat(Predicate<FileBytes> matches, Reading reading) {
    this.matches = matches;
    this.reading = reading;
  }

  /**
   * The cloud or mesh in a file.
   *
   * @throws UnreadableExampleException if the bytes are of no known format, are damaged or cut
   *     short, or hold too many points or not what is asked for; says which
   */
  public static PointCloud read(FileBytes bytes, ReadOptions options)
      throws UnreadableExampleException {
    FileBytes file = bytes.withoutByteOrderMark();
    return of(file).orElseThrow(() -> unknown(file)).reading.read(file, options);
  }

  /** The format of a file, be it known. */
  static Optional<PointFileFormat> of(FileBytes file) {
    return Stream.of(values()).filter(format -> format.matches.test(file)).findFirst();
  }

  /** What the format of a file is called; empty text if it is none of these. */
  public static String name(FileBytes file) {
    return of(file.withoutByteOrderMark()).map(PointFileFormat::name).orElse("");
  }

  private static UnreadableExampleException unknown(FileBytes file) {
    return H5Clouds.matches(file)
        ? file.refused("holds many clouds; name one by its number, as in " + file.name() + "#0")
        : file.foreign();
  }

  /** Reads a file of one format. */
  private interface Reading {
    PointCloud read(FileBytes file, ReadOptions options) throws UnreadableExampleException;
  }
}
