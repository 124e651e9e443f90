package io.perceiver.it.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.perceiver.cli.ExitCode;
import io.perceiver.it.distribution.Distribution;
import io.perceiver.it.distribution.Run;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * What is wrong ends in one clear message and a documented exit code, and leaves nothing behind.
 */
@ExtendWith(TinyRunExtension.class)
class BadInputIT {
  private static final int HUGE = 60_000;

  private final TinyRun tiny;

  @TempDir Path folder;

  BadInputIT(TinyRun tiny) {
    this.tiny = tiny;
  }

  @Test
  void missingFilesAreNamedTogether() throws IOException {
    Run run = predict(Path.of("nope.png"), Path.of("neither.png"));
    assertRefused(run, ExitCode.DATA, "nope.png", "neither.png", "no such file");
  }

  @Test
  void aTextNamedPngIsNoImage() throws IOException {
    Path file = Files.writeString(folder.resolve("text.png"), "this is not a picture\n");
    assertRefused(predict(file), ExitCode.DATA, "text.png", "is text, it begins with");
  }

  @Test
  void aTruncatedPngIsCutShort() throws IOException {
    byte[] whole = Files.readAllBytes(tiny.file("data/images/test/0001.png"));
    Path file = Files.write(folder.resolve("cut.png"), Arrays.copyOf(whole, whole.length / 2));
    assertRefused(predict(file), ExitCode.DATA, "cut.png", "cut short");
  }

  @Test
  void aHugeHeaderIsRefusedBeforeMemoryIsTaken() throws IOException {
    Path file = Files.write(folder.resolve("huge.png"), png(HUGE));
    assertRefused(predict(file), ExitCode.DATA, "huge.png", "60000");
  }

  @Test
  void unreadableExamplesAreSkippedAndListedOnRequest() throws IOException {
    Path bad = Files.writeString(folder.resolve("bad.png"), "this is not a picture\n");
    String good = "data/images/test/0001.png";
    Run run =
        tiny.run(
            "predict", tiny.first(), bad.toString(), good, "--json", "--on-bad-example", "skip");
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out().lines()).hasSize(1).first().asString().contains(good);
    assertThat(run.err()).contains("Skipped 1 example", "bad.png", "is text, it begins with");
  }

  @Test
  void anUnreadableExampleIsNamedOnceWithTheOptionThatSkipsIt() throws IOException {
    Path bad = Files.writeString(folder.resolve("bad.png"), "this is not a picture\n");
    Run run = predict(bad);
    assertRefused(run, ExitCode.DATA, "modality 'image'", "--on-bad-example skip");
    assertThat(run.err()).containsOnlyOnce("bad.png").doesNotContain("onBadExample");
  }

  @Test
  void aModalityTheModelLacksIsAMistakeOfTheCommandLine() throws IOException {
    Run run = tiny.run("predict", tiny.first(), "imag=data/images/test/0001.png");
    assertRefused(run, ExitCode.USAGE, "'imag'", "Did you mean 'image'?");
  }

  @Test
  void rowsThatAreLeftOutAreCounted() throws IOException {
    String image = tiny.file("data/images/test/0001.png").toString();
    Path manifest =
        Files.writeString(
            folder.resolve("m.csv"), "label,image,audio\n,%s,\n,,a.wav\n".formatted(image));
    Run run = tiny.run("predict", tiny.first(), "--manifest", manifest.toString());
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out().lines()).hasSize(1);
    assertThat(run.err()).contains("m.csv: 1 row without any", "the first is row 3");
  }

  @Test
  void unknownColumnsOfAManifestAreNamed() throws IOException {
    Path manifest = Files.writeString(folder.resolve("m.csv"), "split,labl,image\ntrain,a,b.png\n");
    assertRefused(train(manifest), ExitCode.DATA, "m.csv", "labl", "label");
  }

  @Test
  void unknownLabelsOfAManifestAreNamed() throws IOException {
    String image = tiny.file("data/images/test/0001.png").toString();
    Path manifest =
        Files.writeString(
            folder.resolve("m.csv"), "split,label,image\ntest,zebra,%s\n".formatted(image));
    Run run = tiny.run("evaluate", tiny.first(), "--data", manifest.toString());
    assertRefused(run, ExitCode.DATA, "zebra", "saucer");
  }

  @Test
  void allMistakesOfAConfigurationAreShownWithTheirLines() throws IOException {
    Path config =
        Files.writeString(
            folder.resolve("five.yaml"),
            """
            seed: one
            model: {latents: 0, latnetChannels: 9}
            modalities:
              image: {height: 33, width: 33, tokens: patches, patch: 4}
            heads:
              label: {type: classification}
            training:
              epochs: -1
            """);
    Run run = tiny.run("train", config.toString(), "--runs", folder.resolve("runs").toString());
    assertRefused(
        run,
        ExitCode.CONFIGURATION,
        "five.yaml:1",
        "model.latents: 0 is not allowed",
        "Did you mean 'latentChannels'?",
        "five.yaml:4",
        "training.epochs: -1 is not allowed",
        "five.yaml:8");
    assertThat(folder.resolve("runs")).doesNotExist();
  }

  @Test
  void anUnknownModalityIsNamedWithThoseInstalled() throws IOException {
    Path config =
        Files.writeString(folder.resolve("c.yaml"), "modalities: {imag: {}}\nheads: {}\n");
    Run run = tiny.run("train", config.toString(), "--runs", folder.resolve("runs").toString());
    assertRefused(run, ExitCode.CONFIGURATION, "imag", "Did you mean 'image'?", "c.yaml:1");
  }

  @Test
  void aCheckpointCutShortIsRefused() throws IOException {
    Path copy = copyOfRun();
    Path weights;
    try (Stream<Path> files = Files.walk(copy)) {
      weights = files.filter(f -> f.endsWith("weights.safetensors")).findFirst().orElseThrow();
    }
    byte[] whole = Files.readAllBytes(weights);
    Files.write(weights, Arrays.copyOf(whole, whole.length / 2));
    Run run = tiny.run("evaluate", copy.toString());
    assertRefused(run, ExitCode.RUN, "weights.safetensors");
  }

  @Test
  void aCheckpointOfAnotherConfigurationIsRefused() throws IOException {
    Path copy = copyOfRun();
    Path config = copy.resolve("config.yaml");
    Files.writeString(config, Files.readString(config).replace("latents: 8", "latents: 9"));
    Run run = tiny.run("evaluate", copy.toString());
    assertRefused(run, ExitCode.RUN, "another configuration", "latents");
  }

  @Test
  void aFaultyPluginIsListedAndTheOthersWork() throws IOException {
    Path plugins = Files.createDirectory(folder.resolve("plugins"));
    Files.writeString(plugins.resolve("faulty-1.0.jar"), "this is not a jar");
    Distribution withPlugin =
        TinyRun.PROGRAM.with("PERCEIVER_JAVA_OPTIONS", "-Dperceiver.home=" + folder);
    Run listed = withPlugin.run(tiny.folder(), "modalities");
    assertThat(listed.exitCode()).isZero();
    assertThat(listed.out()).containsPattern("faulty-1.0 .*disabled .*not a readable jar");
    assertThat(listed.out()).containsPattern("modality +image .*enabled");
    Run described = withPlugin.run(tiny.folder(), "describe", "tiny.yaml", "--json");
    assertThat(described.exitCode()).as(described.err()).isZero();
    assertThat(described.lastLine()).contains("\"parameters\"");
  }

  private Run predict(Path... files) throws IOException {
    Stream<String> names = Arrays.stream(files).map(Path::toString);
    return tiny.run(
        Stream.concat(Stream.of("predict", tiny.first()), names).toArray(String[]::new));
  }

  private Run train(Path data) throws IOException {
    Path runs = folder.resolve("runs");
    Run run =
        tiny.run("train", "tiny.yaml", "--set", "data.path=" + data, "--runs", runs.toString());
    assertThat(runs).doesNotExist();
    return run;
  }

  private static void assertRefused(Run run, ExitCode exit, String... message) {
    assertThat(run.exitCode()).as(run.err()).isEqualTo(exit.code());
    assertThat(run.err()).contains(message).doesNotContain("\tat ", "Exception");
    assertThat(run.out()).isEmpty();
  }

  private Path copyOfRun() throws IOException {
    Path from = tiny.file(tiny.first());
    Path to = folder.resolve("copy");
    List<Path> all;
    try (Stream<Path> files = Files.walk(from)) {
      all = files.toList();
    }
    for (Path file : all) {
      Files.copy(file, to.resolve(from.relativize(file).toString()));
    }
    return to;
  }

  /** The beginning of a PNG whose header claims a square of such a side. */
  /** A PNG whose header claims a side, with next to no data behind it. */
  private static byte[] png(int side) {
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    png.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
    ByteBuffer header = ByteBuffer.allocate(13).putInt(side).putInt(side);
    header.put(new byte[] {8, 2, 0, 0, 0});
    chunk(png, "IHDR", header.array());
    chunk(png, "IDAT", new byte[8]);
    chunk(png, "IEND", new byte[0]);
    return png.toByteArray();
  }

  private static void chunk(ByteArrayOutputStream png, String type, byte[] data) {
    byte[] body =
        ByteBuffer.allocate(4 + data.length)
            .put(type.getBytes(StandardCharsets.US_ASCII))
            .put(data)
            .array();
    CRC32 checksum = new CRC32();
    checksum.update(body);
    png.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
    png.writeBytes(body);
    png.writeBytes(ByteBuffer.allocate(4).putInt((int) checksum.getValue()).array());
  }
}
