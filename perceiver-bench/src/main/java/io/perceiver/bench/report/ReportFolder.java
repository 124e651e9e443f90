package io.perceiver.bench.report;

import io.perceiver.internal.files.AtomicFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Where reports go: {@code NAME.json}, {@code NAME.md} and a PNG for each picture. A later run of
 * the same bench replaces them.
 *
 * @param folder made when it is missing
 */
public record ReportFolder(Path folder) {

  /**
   * Writes a report.
   *
   * @return the files, the page first
   */
  public List<Path> write(Outcome outcome) throws IOException {
    Files.createDirectories(folder);
    List<Path> files = new ArrayList<>();
    Path page = folder.resolve(outcome.bench() + ".md");
    files.add(page);
    Path json = folder.resolve(outcome.bench() + ".json");
    files.add(json);
    for (Section section : outcome.report().sections()) {
      for (Picture picture : section.pictures()) {
        Path file = folder.resolve(pictureFile(outcome, picture));
        PictureFile.write(picture, file);
        files.add(file);
      }
    }
    AtomicFile.write(json, JsonDocument.of(outcome));
    AtomicFile.write(page, new MarkdownPage(outcome).text());
    return files;
  }

  /** A picture's file in the folder. */
  static String pictureFile(Outcome outcome, Picture picture) {
    return outcome.bench() + "-" + picture.name() + ".png";
  }
}
