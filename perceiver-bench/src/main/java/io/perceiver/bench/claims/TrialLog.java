package io.perceiver.bench.claims;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.perceiver.api.PerceiverException;
import io.perceiver.internal.files.AtomicFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;

/**
 * The finished trainings of a folder, a line each: a run that was cut short does not begin anew.
 * Used by one thread.
 */
final class TrialLog {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Path file;
  private final Map<String, Trial> finished = new HashMap<>();
  private int trained;

  /**
   * Reads what there is.
   *
   * @throws PerceiverException if a line is none of these
   */
  TrialLog(Path file) throws IOException {
    this.file = file;
    if (Files.exists(file)) {
      String text = Files.readString(file);
      int whole = text.lastIndexOf('\n') + 1;
      if (whole < text.length()) {
        // a killed run may leave the beginning of a line
        AtomicFile.write(file, text.substring(0, whole));
      }
      text.substring(0, whole).lines().map(this::read).forEach(this::keep);
    }
  }

  private void keep(Trial trial) {
    finished.put(place(trial.key(), trial.seed()), trial);
  }

  private Trial read(String line) {
    try {
      return JSON.readValue(line, Trial.class);
    } catch (JsonProcessingException e) {
      throw new PerceiverException(
          file + " holds a line that is not a finished training; delete the line, or the file", e);
    }
  }

  /** A training that may be done already. */
  interface Work {
    /** Trains. */
    Trial run() throws IOException;
  }

  /** The training of such a key and seed, from the file if it is there. */
  Trial find(String key, long seed, Work work) throws IOException {
    Trial known = finished.get(place(key, seed));
    if (known != null) {
      return known;
    }
    Trial trial = work.run();
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.writeString(
        file,
        JSON.writeValueAsString(trial) + "\n",
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
    keep(trial);
    trained++;
    return trial;
  }

  /** How many finished trainings the file has. */
  int size() {
    return finished.size();
  }

  /** How many trainings were run, not found. */
  int trained() {
    return trained;
  }

  private static String place(String key, long seed) {
    return key + " | seed " + seed;
  }
}
