package io.perceiver.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Key;
import com.google.inject.name.Names;
import io.perceiver.Examples;
import io.perceiver.Extensions;
import io.perceiver.PerceiverModule;
import io.perceiver.Perceivers;
import io.perceiver.api.Example;
import io.perceiver.api.InvalidSpecException;
import io.perceiver.api.ModelClosedException;
import io.perceiver.api.PerceiverException;
import io.perceiver.config.DataConfig;
import io.perceiver.config.Presets;
import io.perceiver.config.RunConfig;
import io.perceiver.evaluate.EvaluationResult;
import io.perceiver.head.ClassificationConfig;
import io.perceiver.head.ClassificationPlugin;
import io.perceiver.image.ImageConfig;
import io.perceiver.image.ImagePlugin;
import io.perceiver.run.PerceiverModel;
import io.perceiver.run.PredictedExample;
import io.perceiver.run.RunResult;
import io.perceiver.run.Training;
import io.perceiver.train.RunListener;
import io.perceiver.train.StepReport;
import io.perceiver.train.TrainingConfig;
import io.perceiver.train.TrainingControl;
import io.perceiver.train.TrainingPlan;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What docs/embedding.md shows is in this file, and runs. */
class EmbeddingPageTest {
  private static final Path PAGE = Path.of("../docs/embedding.md");
  private static final Path THIS = Path.of("src/test/java/io/perceiver/cli/EmbeddingPageTest.java");
  private static final Pattern BLOCK = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

  @TempDir private Path runs;

  private static BufferedImage picture(boolean bright, int shade) {
    BufferedImage picture = new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < 64; i++) {
      int level = (bright ? 200 : 20) + shade;
      picture.setRGB(i % 8, i / 8, level << 16 | level << 8 | level);
    }
    return picture;
  }

  private static List<Example> pictures() {
    List<Example> examples = new ArrayList<>();
    for (int i = 0; i < 24; i++) {
      BufferedImage picture = picture(i % 2 == 0, i);
      String label = i % 2 == 0 ? "day" : "night";
      String split = i < 16 ? "train" : i < 20 ? "validation" : "test";
      examples.add(
          Examples.named("camera-" + i)
              .split(split)
              .column("label", label)
              .value("image", picture)
              .made());
    }
    return examples;
  }

  private static RunConfig config() {
    RunConfig config =
        RunConfig.DEFAULT.with(
            c -> {
              c.device = "cpu";
              c.model = Presets.trunk("small").with(m -> m.latents = 8);
              c.modality("image", new ImagePlugin(), ImageConfig.defaults().with(i -> i.width = 8));
              c.head("label", new ClassificationPlugin(), ClassificationConfig.DEFAULT);
              c.training =
                  TrainingConfig.DEFAULT.with(
                      t -> {
                        t.batchSize = 8;
                        t.epochs = 2;
                      });
            });
    return config.with(c -> c.modality("image", new ImagePlugin(), small()));
  }

  private static ImageConfig small() {
    return ImageConfig.defaults()
        .with(
            i -> {
              i.height = 8;
              i.width = 8;
            });
  }

  /** Stops at the second step. */
  private static final class AtTheSecondStep implements RunListener {
    private TrainingControl control = reason -> {};

    @Override
    public void started(TrainingPlan plan, TrainingControl training) {
      control = training;
    }

    @Override
    public void stepped(StepReport report) {
      if (report.state().step() == 2) {
        control.stop("two steps are enough");
      }
    }
  }

  @Test
  void trainsOnValuesEvaluatesAndPredicts() throws IOException {
    List<Example> examples = pictures();
    RunResult result = Perceivers.train(config(), examples, runs);
    assertThat(result.outcome().stopped()).isFalse();
    assertThat(result.test()).isPresent();

    BufferedImage picture = picture(true, 3);
    Path run = result.folder().path();
    try (PerceiverModel model = Perceivers.load(run)) {
      Example example = Examples.named("now").value("image", picture).made();
      System.Logger log = System.getLogger("embedding");
      log.log(System.Logger.Level.DEBUG, model.predict(example).get("label"));
      EvaluationResult figures = model.evaluate(examples);
      List<PredictedExample> all = model.predict(examples);
      assertThat(figures.examples()).isEqualTo(24);
      assertThat(all).hasSize(24);
      assertThat(model.predict(example)).containsOnlyKeys("label");
    }
  }

  @Test
  void goesOnForMoreEpochsAndMarksTheTestSplitAsSeen() throws IOException {
    List<Example> examples = pictures();
    RunResult result = Perceivers.train(config(), examples, runs);
    assertThat(result.testSeen()).isFalse();

    Path run = result.folder().path();
    assertThatThrownBy(() -> Perceivers.resume(run, examples))
        .hasMessageContaining("is finished")
        .hasMessageContaining("training.epochs than 2");
    RunResult more = Perceivers.resume(run, 4, examples);
    assertThat(more.testSeen()).isTrue();
    assertThat(more.outcome().state().epoch()).isEqualTo(4);
    assertThat(result.folder().config()).content().contains("epochs: 4");
    List<String> tests =
        Files.readAllLines(result.folder().metrics()).stream()
            .filter(line -> line.contains("\"event\":\"test\""))
            .toList();
    assertThat(tests).hasSize(2);
    assertThat(tests.get(0)).contains("\"seenBefore\":false");
    assertThat(tests.get(1)).contains("\"seenBefore\":true");
  }

  @Test
  void aListenerStopsATrainingAndTheReasonIsKnown() throws IOException {
    List<Example> examples = pictures();
    RunListener listener = new AtTheSecondStep();
    PerceiverModule module = new PerceiverModule(config()).with(Extensions.listeners(listener));
    Injector injector = Perceivers.injector(module);
    Training training = injector.getInstance(Training.class).testIfStopped();
    RunResult result = training.run(injector.getInstance(RunConfig.class), examples, runs);
    assertThat(result.outcome().stopReason()).hasValue("two steps are enough");
    assertThat(result.test()).isPresent();

    RunResult rest = Perceivers.resume(result.folder().path(), examples);
    assertThat(rest.outcome().stopped()).isFalse();
    assertThat(rest.testSeen()).isTrue();
  }

  @Test
  void aTrainingThatIsStoppedLeavesTheTestSplitAlone() throws IOException {
    RunResult result =
        Perceivers.train(config(), pictures(), runs, Extensions.listeners(new AtTheSecondStep()));
    assertThat(result.outcome().stopped()).isTrue();
    assertThat(result.test()).isEmpty();
  }

  @Test
  void twoModelsLiveInOneInjector() {
    RunConfig door = config();
    RunConfig garden = config().with(c -> c.seed = 2);
    Injector injector =
        Guice.createInjector(
            new PerceiverModule(door).annotatedWith(Names.named("door")),
            new PerceiverModule(garden).annotatedWith(Names.named("garden")));
    Training training = injector.getInstance(Key.get(Training.class, Names.named("door")));
    assertThat(training).isNotNull();
    assertThat(injector.getInstance(Key.get(RunConfig.class, Names.named("garden"))).seed())
        .isEqualTo(2);
    assertThat(injector.getInstance(Key.get(RunConfig.class, Names.named("door"))).seed())
        .isEqualTo(1);
    assertThat(injector.getExistingBinding(Key.get(RunConfig.class))).isNull();
  }

  /** What an application may need that was never bound; the module leaves that to the injector. */
  static final class Unbound {}

  @Test
  void theModuleChangesNothingForTheRestOfTheInjector() {
    Injector injector =
        Guice.createInjector(
            binder -> binder.bind(String.class).toInstance("the application's"),
            new PerceiverModule(config()));
    assertThat(injector.getInstance(Unbound.class)).isNotNull();
    assertThat(injector.getInstance(String.class)).isEqualTo("the application's");
    assertThat(injector.getInstance(Training.class))
        .isNotSameAs(injector.getInstance(Training.class));
    assertThat(
            injector.getBindings().keySet().stream()
                .map(key -> key.getTypeLiteral().getRawType().getPackageName())
                .filter(name -> name.startsWith("io.perceiver"))
                .distinct())
        .containsExactlyInAnyOrder(
            "io.perceiver.run", "io.perceiver.config", "io.perceiver.plugin");
  }

  @Test
  void mistakesMadeInCodeAreFoundByTheChecksOfYaml() {
    RunConfig wrong =
        config()
            .with(
                c -> {
                  c.fusion = c.fusion.withTokenMasking(Map.of("imgae", 0.5), false);
                  c.training =
                      c.training.with(t -> t.optimizer = t.optimizer.with(o -> o.type = "adamm"));
                  c.data(DataConfig.DEFAULT.with(d -> d.format = "foldrs"));
                });
    assertThatThrownBy(() -> Perceivers.check(wrong))
        .isInstanceOf(InvalidSpecException.class)
        .hasMessageContaining("fusion.tokenMasking.imgae: the model has no such input")
        .hasMessageContaining("training.optimizer.type: 'adamm' is not allowed")
        .hasMessageContaining("foldrs");
    assertThat(Perceivers.check(config())).isEqualTo(config());
  }

  @Test
  void missingFilesAreNamedAllAtOnceBeforeAnythingIsMade() {
    List<Example> missing = new ArrayList<>(pictures());
    for (String name : List.of("none.png", "nothing.png")) {
      missing.add(
          Examples.named(name).column("label", "day").file("image", runs.resolve(name)).made());
    }
    assertThatThrownBy(() -> Perceivers.train(config(), missing, runs.resolve("none")))
        .isInstanceOf(PerceiverException.class)
        .hasMessageContaining("none.png: there is no such file")
        .hasMessageContaining("nothing.png: there is no such file");
    assertThat(runs.resolve("none")).doesNotExist();
  }

  @Test
  void wrongValuesAreRefusedAllAtOnceBeforeAnythingIsMade() {
    List<Example> wrong =
        List.of(
            Examples.named("a").column("label", "x").value("image", "a picture").made(),
            Examples.named("b").column("label", "y").value("imgae", picture(true, 0)).made(),
            Examples.named("c").column("label", "y").made());
    assertThatThrownBy(() -> Perceivers.train(config(), wrong, runs.resolve("none")))
        .isInstanceOf(InvalidSpecException.class)
        .hasMessageContaining("example 'a', modality 'image': a value of java.lang.String")
        .hasMessageContaining("java.awt.image.BufferedImage")
        .hasMessageContaining("example 'b': the model's modalities are [image]")
        .hasMessageContaining("Did you mean 'image'?")
        .hasMessageContaining("example 'c': has no source");
    assertThat(runs.resolve("none")).doesNotExist();
  }

  @Test
  void aClosedModelSaysSo() throws IOException {
    List<Example> examples = pictures();
    RunResult result = Perceivers.train(config(), examples, runs);
    PerceiverModel model = Perceivers.load(result.folder().path());
    model.close();
    model.close();
    assertThatThrownBy(() -> model.predict(examples))
        .isInstanceOf(ModelClosedException.class)
        .hasMessageContaining("model is closed");
    assertThatThrownBy(() -> model.evaluate(examples)).isInstanceOf(ModelClosedException.class);
    assertThatThrownBy(model::trainable).isInstanceOf(ModelClosedException.class);
  }

  @Test
  void aModelOfAnUnknownOptimiserAndFormatPredicts() throws IOException {
    RunResult result = Perceivers.train(config(), pictures(), runs);
    Path file = result.folder().config();
    String text = Files.readString(file);
    assertThat(text).contains("type: adamw").contains("format: auto").contains("type: cosine");
    Files.writeString(
        file,
        text.replace("type: adamw", "type: not-installed")
            .replace("type: cosine", "type: not-here")
            .replace("format: auto", "format: gone\n  rows: 7"));
    try (PerceiverModel model = Perceivers.load(result.folder().path())) {
      Example example = Examples.named("now").value("image", picture(true, 0)).made();
      assertThat(model.predict(example)).containsOnlyKeys("label");
    }
  }

  @Test
  void everySampleOfThePageIsHere() throws IOException {
    String here = bare(Files.readString(THIS));
    List<String> samples =
        BLOCK.matcher(Files.readString(PAGE)).results().map((MatchResult m) -> m.group(1)).toList();
    assertThat(samples).hasSizeGreaterThan(5);
    for (String sample : samples) {
      assertThat(here).contains(bare(sample));
    }
  }

  private static String bare(String code) {
    return code.replaceAll("\\s+", "");
  }
}
