package io.perceiver.pointcloud.hdf5;

import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Writes HDF5 files. */
final class H5Bytes {
  private H5Bytes() {}

  static byte[] of(Path folder, Map<String, Object> datasets) throws IOException {
    Path path = Files.createTempFile(folder, "clouds", ".h5");
    try (WritableHdfFile file = HdfFile.write(path)) {
      datasets.forEach(file::putDataset);
    }
    return Files.readAllBytes(path);
  }

  /** Clouds whose coordinates are 100 × record + 10 × point + axis. */
  static float[][][] clouds(int records, int points) {
    float[][][] data = new float[records][points][3];
    for (int record = 0; record < records; record++) {
      for (int point = 0; point < points; point++) {
        for (int axis = 0; axis < 3; axis++) {
          data[record][point][axis] = 100 * record + 10 * point + axis;
        }
      }
    }
    return data;
  }

  /** A file of clouds and labels. */
  static byte[] labelled(Path folder, int points, int... labels) throws IOException {
    int[][] column = new int[labels.length][1];
    for (int i = 0; i < labels.length; i++) {
      column[i][0] = labels[i];
    }
    return of(folder, Map.of("data", clouds(labels.length, points), "label", column));
  }
}
