package io.perceiver.it.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.perceiver.it.distribution.Distribution;
import io.perceiver.it.distribution.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A working folder with tiny demo data in {@code data}, a configuration {@code tiny.yaml}, and one
 * finished run of it. Made once for all tests, which leave it as it is but for more runs.
 *
 * @param folder the working folder
 * @param training how the training went
 */
record TinyRun(Path folder, Run training) implements AutoCloseable {
  static final Distribution PROGRAM = Distribution.built();

  private static final String CONFIG =
      """
      model:
        latents: 8
        latentChannels: 16
        selfAttends: 1
        crossAttention: {heads: 1, headChannels: 8}
        selfAttention: {heads: 2, headChannels: 8}
      modalities:
        image: {height: 32, width: 32, tokens: patches, patch: 8}
      heads:
        label: {type: classification}
      data: {path: data, skipEmptyRows: true}
      training: {batchSize: 16, epochs: 1}
      """;

  /** Makes data and configuration, and trains. */
  static TinyRun make() throws IOException {
    Path folder = Files.createTempDirectory("perceiver-it");
    Files.writeString(folder.resolve("tiny.yaml"), CONFIG);
    String[] synthesize = "synthesize data --train 64 --validation 16 --test 24".split(" ");
    Run made = PROGRAM.run(folder, synthesize);
    assertThat(made.exitCode()).as(made.err()).isZero();
    return new TinyRun(folder, PROGRAM.run(folder, "train", "tiny.yaml", "--json"));
  }

  /** Runs the program in the working folder. */
  Run run(String... arguments) throws IOException {
    return PROGRAM.run(folder, arguments);
  }

  /** The run that the training made. */
  String first() {
    return "runs/run-0001";
  }

  /** A file of the working folder. */
  Path file(String name) {
    return folder.resolve(name);
  }

  @Override
  public void close() throws IOException {
    List<Path> deepestFirst;
    try (Stream<Path> files = Files.walk(folder)) {
      deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path file : deepestFirst) {
      Files.delete(file);
    }
  }
}
