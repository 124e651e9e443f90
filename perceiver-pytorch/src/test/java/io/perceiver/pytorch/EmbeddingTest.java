package io.perceiver.pytorch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Module;
import com.google.inject.multibindings.Multibinder;
import io.perceiver.Extensions;
import io.perceiver.PerceiverModule;
import io.perceiver.Perceivers;
import io.perceiver.api.Example;
import io.perceiver.api.InvalidSpecException;
import io.perceiver.api.MemorySource;
import io.perceiver.api.PerceiverException;
import io.perceiver.api.head.Prediction;
import io.perceiver.config.RunConfig;
import io.perceiver.plugin.PluginRegistry;
import io.perceiver.run.ModelAssembler;
import io.perceiver.run.PerceiverModel;
import io.perceiver.run.RunResult;
import io.perceiver.run.Training;
import io.perceiver.train.Optimizer;
import io.perceiver.train.RunListener;
import io.perceiver.train.Schedule;
import io.perceiver.train.StepReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The project inside somebody's application: one module of theirs beside ours. */
class EmbeddingTest {
  private static final List<Example> EXAMPLES = Samples.noise(12, "train");
  private static final String TEN_STEPS =
      "{batchSize: 4, epochs: 0, steps: 10, optimizer: {learningRate: 0.25}}";

  @TempDir private Path folder;

  private static RunListener collecting(List<StepReport> steps) {
    return new RunListener() {
      @Override
      public void stepped(StepReport report) {
        steps.add(report);
      }
    };
  }

  /** Adds the modality and the data set, replaces the schedule, and listens. */
  private static Module application(List<StepReport> steps) {
    return new AbstractModule() {
      @Override
      protected void configure() {
        install(Extensions.plugins(new NumbersPlugin(), new MemoryFormat(EXAMPLES)));
        install(Extensions.schedule(at -> 1.0 / (1 + at.step())));
        install(Extensions.listeners(collecting(steps)));
      }
    };
  }

  private Path configFile(String yaml) throws IOException {
    return Files.writeString(folder.resolve("config.yaml"), yaml);
  }

  @Test
  void anApplicationsModalityAndScheduleTrainTenSteps() throws IOException {
    List<StepReport> steps = new ArrayList<>();
    Path config = configFile(TinyRun.of(TEN_STEPS, EXAMPLES).yaml());
    RunResult result = Perceivers.train(config, folder.resolve("runs"), application(steps));
    assertThat(result.outcome().state().step()).isEqualTo(10);
    assertThat(steps).hasSize(10);
    for (int i = 0; i < 10; i++) {
      assertThat(steps.get(i).learningRate()).isEqualTo(0.25 * (1.0 / (1 + i)));
    }
    try (PerceiverModel model = Perceivers.load(result.folder().path(), application(steps))) {
      MemorySource source = new MemorySource("one", NumbersPlugin.bytes(new float[12]));
      Map<String, Prediction> said = model.predict(Map.of("numbers", source));
      assertThat(said.keySet()).containsExactly("label");
      assertThat(((Prediction.OneOf) said.get("label")).scores().keySet())
          .containsExactly("a", "b", "c");
      assertThatThrownBy(() -> model.predict(Map.of("number", source)))
          .isInstanceOf(PerceiverException.class)
          .hasMessageContaining(
              "example 'example': the model's modalities are [numbers]; the example has 'number'."
                  + " Did you mean 'numbers'?");
    }
  }

  @Test
  void twoConfigurationsLiveInOneJvm() {
    TinyRun first = TinyRun.of(TEN_STEPS, EXAMPLES);
    TinyRun second = first.with("latents: 4", "latents: 6").with("seed: 7", "seed: 8");
    Injector one = first.injector();
    Injector other = second.injector();
    assertThat(one.getInstance(RunConfig.class).model().latents()).isEqualTo(4);
    assertThat(other.getInstance(RunConfig.class).model().latents()).isEqualTo(6);
    assertThat(one.getInstance(RunConfig.class)).isSameAs(one.getInstance(RunConfig.class));
    try (TinyLoop a = new TinyLoop(first);
        TinyLoop b = new TinyLoop(second)) {
      assertThat(a.weights().get("trunk.latents.vectors")).hasSize(4 * 8);
      assertThat(b.weights().get("trunk.latents.vectors")).hasSize(6 * 8);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void anApplicationsOptimiserIsFoundByItsName() throws IOException {
    List<String> asked = new ArrayList<>();
    Module application =
        Extensions.optimizer(
            "stand-still",
            config -> {
              asked.add(config.type());
              return (updates, rate, state) -> {};
            });
    TinyRun run =
        TinyRun.of("{batchSize: 12, epochs: 1, optimizer: {type: stand-still}}", EXAMPLES);
    Injector injector = run.injector(application);
    injector.getInstance(Training.class).run(injector.getInstance(RunConfig.class), folder);
    assertThat(asked).contains("stand-still");
  }

  @Test
  void whatTheApplicationBindsForItselfChangesNoTraining() throws IOException {
    Injector injector =
        Guice.createInjector(
            binder -> {
              binder.bind(Optimizer.class).toInstance((updates, rate, state) -> {});
              binder.bind(Schedule.class).toInstance(at -> 0);
              Multibinder.newSetBinder(binder, RunListener.class)
                  .addBinding()
                  .toInstance(new RunListener() {});
            },
            new PerceiverModule(configFile(TinyRun.of(TEN_STEPS, EXAMPLES).yaml()))
                .with(Extensions.plugins(new NumbersPlugin(), new MemoryFormat(EXAMPLES))));
    RunResult result =
        injector
            .getInstance(Training.class)
            .run(injector.getInstance(RunConfig.class), folder.resolve("runs"));
    assertThat(Files.readString(result.folder().manifest())).doesNotContain("lambda");
  }

  @Test
  void aReplacementThatNoMethodOfExtensionsBindsIsRefused() throws IOException {
    PerceiverModule module =
        new PerceiverModule(configFile(TinyRun.of(TEN_STEPS, EXAMPLES).yaml()))
            .with(binder -> binder.bind(Schedule.class).toInstance(at -> 0));
    assertThatThrownBy(() -> Perceivers.injector(module))
        .hasMessageContaining("Schedule is bound in a module that was given to PerceiverModule");
  }

  @Test
  void everyMistakeOfAConfigurationReachesTheCallerAtOnce() throws IOException {
    Path config =
        configFile(
            """
            seed: 7
            model: {latens: 4, iterations: 0}
            modalities: {numbers: {elements: no}}
            heads: {label: {type: classificaton}}
            training: {batchSize: 0}
            """);
    assertThatThrownBy(
            () -> Perceivers.train(config, folder.resolve("runs"), application(List.of())))
        .isInstanceOf(InvalidSpecException.class)
        .hasMessageContaining("latens")
        .hasMessageContaining("model.iterations")
        .hasMessageContaining("modalities.numbers.elements")
        .hasMessageContaining("classification")
        .hasMessageContaining("training.batchSize");
    assertThat(folder.resolve("runs")).doesNotExist();
  }

  @Test
  void anUnknownOptimiserIsRefusedBeforeAFolderIsMade() throws IOException {
    Path config = configFile(TinyRun.of("{optimizer: {type: adamm}}", EXAMPLES).yaml());
    assertThatThrownBy(
            () -> Perceivers.train(config, folder.resolve("runs"), application(List.of())))
        .isInstanceOf(PerceiverException.class)
        .hasMessageContaining("adamm")
        .hasMessageContaining("adam, adamw, lamb, sgd");
    assertThat(folder.resolve("runs")).doesNotExist();
  }

  @Test
  void aDeviceThatIsNotThereIsRefusedByName() throws IOException {
    Path config =
        configFile(TinyRun.of(TEN_STEPS, EXAMPLES).with("device: cpu", "device: gpu:99").yaml());
    assertThatThrownBy(
            () -> Perceivers.train(config, folder.resolve("runs"), application(List.of())))
        .isInstanceOf(PerceiverException.class)
        .hasMessageContaining("gpu:99");
  }

  @Test
  void aModelIsNotBoundToTheDeviceItWasTrainedOn() throws IOException {
    RunResult trained =
        Perceivers.train(
            configFile(TinyRun.of(TEN_STEPS, EXAMPLES).yaml()),
            folder.resolve("runs"),
            application(new ArrayList<>()));
    Path config = trained.folder().config();
    Files.writeString(config, Files.readString(config).replace("device: cpu", "device: gpu:99"));
    assertThat(config).content().contains("device: gpu:99");

    try (PerceiverModel model = Perceivers.load(trained.folder().path(), application(List.of()))) {
      assertThat(model.config().device()).isEqualTo("auto");
    }
  }

  @Test
  void partsCanBeHadFromTheInjector() {
    Injector injector = TinyRun.of(TEN_STEPS, EXAMPLES).injector();
    RunConfig config = injector.getInstance(RunConfig.class);
    assertThat(
            ModelAssembler.network(
                    config, injector.getInstance(PluginRegistry.class), new TorchKernels())
                .inputs()
                .keySet())
        .containsExactly("numbers");
  }
}
