package io.perceiver.internal.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.perceiver.api.InvalidSpecException;
import io.perceiver.api.position.FourierFeatures;
import io.perceiver.api.position.LearnedPositions;
import io.perceiver.api.position.NoPositions;
import io.perceiver.config.DataConfig;
import io.perceiver.config.DataSection;
import io.perceiver.config.HeadSection;
import io.perceiver.config.LayerSections;
import io.perceiver.config.ModalitySection;
import io.perceiver.config.Presets;
import io.perceiver.config.RunConfig;
import io.perceiver.data.ModalityUse;
import io.perceiver.kernel.Precision;
import io.perceiver.nn.FusionConfig;
import io.perceiver.plugin.PluginRegistry;
import io.perceiver.train.Averaging;
import io.perceiver.train.AveragingConfig;
import io.perceiver.train.TrainingConfig;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RunConfigReaderTest {
  private static final String MINIMAL = "modalities: {grid: {}}\n";
  private final PluginRegistry plugins = TestPlugins.registry();

  @Test
  void whatIsNotSaidHasItsDefault() {
    RunConfig config = read(MINIMAL);

    assertThat(config)
        .isEqualTo(
            new RunConfig(
                1,
                "auto",
                Precision.FLOAT32,
                Presets.find("small").orElseThrow().trunk(),
                LayerSections.DEFAULT,
                FusionConfig.DEFAULT,
                Map.of(
                    "grid",
                    new ModalitySection(
                        "grid",
                        "grid",
                        ModalityUse.INPUT,
                        new TestPlugins.GridConfig(8, Optional.empty()),
                        Optional.empty())),
                Map.of(),
                DataSection.of(DataConfig.DEFAULT),
                TrainingConfig.DEFAULT));
  }

  @Test
  void everySectionIsBoundToItsRecord() {
    RunConfig config =
        read(
            """
            seed: 7
            device: gpu:0
            precision: bfloat16
            model: {preset: perceiver-imagenet, latents: 64, selfAttention: {heads: 4}}
            fusion: {minPadding: 4}
            modalities:
              left: {plugin: grid, side: 4, palette: colours.txt}
              right: {plugin: grid}
            heads: {kind: {type: choice, classes: [no, 1]}}
            data: {path: ../set.zip, format: table, ignore: note, onBadExample: skip}
            training: {optimizer: {type: lamb, learningRate: 4e-3}}
            """);

    assertThat(config.seed()).isEqualTo(7);
    assertThat(config.device()).isEqualTo("gpu:0");
    assertThat(config.precision()).isEqualTo(Precision.BFLOAT16);
    assertThat(config.model().latents()).isEqualTo(64);
    assertThat(config.model().iterations()).isEqualTo(8);
    assertThat(config.model().selfAttention().heads()).isEqualTo(4);
    assertThat(config.fusion().minPadding()).isEqualTo(4);
    assertThat(config.modalities().keySet()).containsExactly("left", "right");
    assertThat(config.modalities().get("left").config())
        .isEqualTo(new TestPlugins.GridConfig(4, Optional.of(Path.of("/configs/colours.txt"))));
    assertThat(config.heads().get("kind"))
        .isEqualTo(
            new HeadSection(
                "kind", "choice", new TestPlugins.LabelConfig("label", List.of("no", "1"))));
    assertThat(config.data().common().path()).contains(Path.of("/set.zip"));
    assertThat(config.data().format()).contains(new TestPlugins.TableConfig(List.of("note")));
    assertThat(config.training().optimizer().learningRate()).isEqualTo(0.004);
    assertThat(config.training().optimizer().beta1()).isEqualTo(0.9);
  }

  @Test
  void whatFusionSaysOfModalitiesIsReadAndTheirNamesAreChecked() {
    RunConfig config =
        read(
            """
            fusion: {modalityDropout: {left: 0.3}, tokenMasking: {right: 0.15}, maskOutsideTraining: true}
            modalities: {left: {plugin: grid}, right: {plugin: grid}}
            """);
    assertThat(config.fusion().modalityDropout()).containsExactly(Map.entry("left", 0.3));
    assertThat(config.fusion().tokenMasking()).containsExactly(Map.entry("right", 0.15));
    assertThat(config.fusion().maskOutsideTraining()).isTrue();
    assertThat(
            problems(
                """
                fusion:
                  modalityDropout: {lift: 0.3, right: 1}
                  tokenMasking: {right: 1.5}
                modalities: {left: {plugin: grid}, right: {plugin: grid}}
                """))
        .containsExactly(
            "fusion.modalityDropout.right: 1 is not allowed; allowed: from 0 to below 1"
                + " (train.yaml:2)",
            "fusion.tokenMasking.right: 1.5 is not allowed; allowed: from 0 to below 1"
                + " (train.yaml:3)");
    assertThat(
            problems(
                """
                fusion: {modalityDropout: {lift: 0.3}}
                modalities: {left: {plugin: grid}, right: {plugin: grid}}
                """))
        .containsExactly(
            "fusion.modalityDropout.lift: the model has no such input; it has left, right. Did you"
                + " mean 'left'? (train.yaml:1)");
  }

  @Test
  void everyMistakeOfTheFileIsOneLineWithItsPlace() {
    assertThat(
            problems(
                """
                sed: 3
                device: tpu
                model:
                  preset: perceiver-imagnet
                  latents: 0
                modalities:
                  left: {plugin: gird}
                  right: {plugin: grid, side: 9, position: {bnds: 3}}
                heads:
                  label: {type: choise}
                  other: {column: x}
                data: {threads: none, ignored: 3}
                training:
                  optimizer: {beta1: 1}
                """))
        .containsExactly(
            "sed: unknown key; allowed: seed, device, precision, model, fusion, modalities, heads, data, training."
                + " Did you mean 'seed'? (train.yaml:1)",
            "device: 'tpu' is not allowed; allowed: auto, cpu, gpu, or a certain one such as gpu:0"
                + " (train.yaml:2)",
            "model.preset: 'perceiver-imagnet' is not allowed; allowed: small, perceiver-imagenet,"
                + " perceiver-imagenet-one-attend, perceiver-modelnet40, perceiver-audioset,"
                + " lucidrains-224. Did you mean 'perceiver-imagenet'? (train.yaml:4)",
            "model.latents: 0 is not allowed; allowed: 1 to 1048576 (train.yaml:5)",
            "modalities.left.plugin: No modality named 'gird'. Installed: grid. Did you mean 'grid'?"
                + " Otherwise add its jar to the plugins folder or the class path. (train.yaml:7)",
            "modalities.right.side: 9 is not allowed; allowed: an even number (train.yaml:8)",
            "modalities.right.position.bnds: unknown key; allowed: bands, maxFrequency, order,"
                + " rawPositions, sinesOnly. Did you mean 'bands'? (train.yaml:8)",
            "heads.label.type: No head named 'choise'. Installed: choice. Did you mean 'choice'?"
                + " Otherwise add its jar to the plugins folder or the class path. (train.yaml:10)",
            "heads.other.type: is missing; allowed: choice (train.yaml:11)",
            "data.threads: 'none' is not allowed; allowed: a whole number, 1 to 256 (train.yaml:12)",
            "data.ignored: unknown key; allowed: path, format, validation, threads, cacheMb, onBadExample, check, checkSeconds, ignore."
                + " Did you mean 'ignore'? (train.yaml:12)",
            "training.optimizer.beta1: 1 is not allowed; allowed: from 0 to below 1 (train.yaml:14)");
  }

  @Test
  void averagingIsReadAndItsMistakesAreNamed() {
    assertThat(read(MINIMAL + "training: {averaging: {type: ema}}").training().averaging())
        .isEqualTo(new AveragingConfig(Averaging.EMA, 0.999, true));
    assertThat(
            problems(
                MINIMAL
                    + """
                    training:
                      averaging: {type: emma, decay: 1.5, warmup: 3, steps: 9}
                    """))
        .containsExactly(
            "training.averaging.steps: unknown key; allowed: type, decay, warmup (train.yaml:3)",
            "training.averaging.type: 'emma' is not allowed; allowed: none, ema. Did you mean 'ema'?"
                + " (train.yaml:3)",
            "training.averaging.decay: 1.5 is not allowed; allowed: from 0 to below 1 (train.yaml:3)",
            "training.averaging.warmup: 3 is not allowed; allowed: true or false (train.yaml:3)");
    assertThat(problems(MINIMAL + "training: {averaging: {decay: 1}}"))
        .containsExactly(
            "training.averaging.decay: 1 is not allowed; allowed: from 0 to below 1"
                + " (train.yaml:2)");
  }

  @Test
  void aPositionSectionWithoutTypeIsLaidOverTheModalitysOwn() {
    assertThat(position("position: {maxFrequency: 10}")).isEqualTo(FourierFeatures.of(6, 10));
    assertThat(position("position: {type: fourier, bands: [2, 3]}").channels(grid())).isEqualTo(12);
    assertThat(position("position: {type: fourier, sinesOnly: true}").channels(grid()))
        .isEqualTo(14);
  }

  @Test
  void anotherTypeStartsFromThatPluginsDefaults() {
    assertThat(position("position: {type: learned, channels: 5}"))
        .isEqualTo(new LearnedPositions(5, 0.02));
    assertThat(position("position: none")).isEqualTo(new NoPositions());
  }

  @Test
  void bandsForTooManyAxesAreFound() {
    assertThat(problems("modalities: {grid: {position: {bands: [1, 2, 3]}}}"))
        .containsExactly(
            "modalities.grid.position.bands: [1, 2, 3] is not allowed; allowed: one number, or one for"
                + " each of the 2 axes (train.yaml:1)");
  }

  @Test
  void sectionsOfTheWrongShapeAreNamed() {
    assertThat(problems("model: 5\nmodalities: [grid]\ntraining: fast\n"))
        .containsExactly(
            "model: 5 is not allowed; allowed: a section of keys (train.yaml:1)",
            "modalities: ['grid'] is not allowed; allowed: a section of keys (train.yaml:2)",
            "training: 'fast' is not allowed; allowed: a section of keys (train.yaml:3)");
    assertThat(problems("seed: x"))
        .containsExactly(
            "seed: 'x' is not allowed; allowed: a whole number (train.yaml:1)",
            "modalities: is missing; allowed: a section for each input, such as image: {}; installed:"
                + " grid (train.yaml:1)");
    assertThat(problems("modalities: {'a b': {}, grid: {}}"))
        .singleElement()
        .asString()
        .startsWith("modalities: the name 'a b' is not allowed");
  }

  @Test
  void commandLineValuesWinAndTheirPathsAreRelativeToTheWorkingFolder() {
    ConfigNode.Mapping file =
        YamlReader.text(
            MINIMAL + "data: {path: a}\ntraining: {epochs: 3}\n",
            "train.yaml",
            Path.of("/configs"));
    RunConfig config =
        RunConfigReader.read(
            Overrides.apply(file, List.of("training.epochs=4", "data.path=b"), Path.of("/work")),
            plugins);

    assertThat(config.training().epochs()).isEqualTo(4);
    assertThat(config.data().common().path()).contains(Path.of("/work/b"));
    ConfigNode.Mapping wrong = Overrides.apply(file, List.of("model.latents=0"), Path.of("/work"));
    assertThatThrownBy(() -> RunConfigReader.read(wrong, plugins))
        .hasMessage("model.latents: 0 is not allowed; allowed: 1 to 1048576 (--set model.latents)");
  }

  @Test
  void namesTheApplicationDecidesAreCheckedWithTheRest() {
    ConfigNode.Mapping file =
        YamlReader.text(
            MINIMAL + "seed: x\ntraining: {optimizer: {type: adamm}}\n", "train.yaml", Path.of(""));

    assertThatThrownBy(
            () ->
                RunConfigReader.read(
                    file, plugins, Map.of("training.optimizer.type", List.of("sgd", "adam"))))
        .hasMessage(
            String.join(
                System.lineSeparator(),
                "seed: 'x' is not allowed; allowed: a whole number (train.yaml:2)",
                "training.optimizer.type: 'adamm' is not allowed; allowed: adam, sgd. Did you mean"
                    + " 'adam'? (train.yaml:3)"));
  }

  @Test
  void aFormatLeftToTheFilesIsBoundWhenItIsKnown() {
    DataSection data = read(MINIMAL + "data: {ignore: [a]}").data();
    assertThat(data.format()).isEmpty();

    DataSection bound = data.bind(new TestPlugins.TableFormat());

    assertThat(bound.common().format()).isEqualTo("table");
    assertThat(bound.format()).contains(new TestPlugins.TableConfig(List.of("a")));
    assertThat(bound.bind(new TestPlugins.TableFormat())).isEqualTo(bound);
  }

  @Test
  void headsAreResolvedByTheirPlugin() {
    HeadSection head = read(MINIMAL + "heads: {kind: {type: choice}}").heads().get("kind");

    HeadSection resolved =
        head.resolve(plugins, List.of(Map.of("label", "b"), Map.of("label", "a")));

    assertThat(resolved.config())
        .isEqualTo(new TestPlugins.LabelConfig("label", List.of("a", "b")));
    assertThat(resolved.columns(plugins)).containsExactly("label");
  }

  private io.perceiver.api.PositionEncoding position(String yaml) {
    return read("modalities: {grid: {" + yaml + "}}")
        .modalities()
        .get("grid")
        .create(plugins)
        .positionEncoding();
  }

  private io.perceiver.api.ByteArraySpec grid() {
    return read(MINIMAL).modalities().get("grid").create(plugins).tokenizer().spec();
  }

  private RunConfig read(String yaml) {
    return RunConfigReader.read(YamlReader.text(yaml, "train.yaml", Path.of("/configs")), plugins);
  }

  private List<String> problems(String yaml) {
    return catchThrowableOfType(InvalidSpecException.class, () -> read(yaml)).problems();
  }
}
