package io.perceiver.testkit;

import static org.junit.jupiter.api.Timeout.ThreadMode.SEPARATE_THREAD;

import io.perceiver.api.ModalityPlugin;
import io.perceiver.api.Scalars;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.apiguardian.api.API;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * What every modality plugin keeps, one test a clause. Extend it in the plugin's tests:
 *
 * <pre>{@code
 * class ConstantPluginContractTest extends ModalityPluginContract<ConstantConfig, Constant> {
 *   protected ModalityPlugin<ConstantConfig, Constant> plugin() { return new ConstantPlugin(); }
 *   protected ConstantConfig validConfig() { return new ConstantConfig(8, 0.1); }
 *   protected List<Constant> examples() {
 *     return List.of(new Constant(-0.5f, 3), new Constant(0.25f, 8));
 *   }
 *   protected Map<String, Supplier<ConstantConfig>> invalidConfigs() {
 *     return Map.of("maxElements", () -> new ConstantConfig(0, 0.1));
 *   }
 *   protected Map<String, byte[]> sources() {
 *     return Map.of("short.txt", "0.25 8".getBytes(UTF_8));
 *   }
 * }
 * }</pre>
 *
 * <p>A failure begins with the name of the clause, which is that of its method:
 *
 * <ul>
 *   <li>what a program sees first: {@link #isInstalled}, {@link #nameIsWellFormed}, {@link
 *       #settingsAreDescribed}, {@link #defaultsAreUsable}, {@link
 *       #configSurvivesWritingAndReading}, {@link #invalidConfigsAreRefused};
 *   <li>creation: {@link #createGivesEqualModalities}, {@link #createOpensNothing};
 *   <li>elements: {@link #elementCountsAreWithinTheSpec}, {@link #everyElementIsWritten}, {@link
 *       #nothingElseIsWritten}, {@link #contentIsFinite}, {@link #positionsLieWithinTheUnitCube},
 *       {@link #differentExamplesGiveDifferentArrays}, {@link #examplesStayAsTheyAre}, {@link
 *       #threadsTokenizeAlike};
 *   <li>the network: {@link #encodingsKeepTheirShape}, {@link #forwardIsFinite}, {@link
 *       #everyParameterLearns}, {@link #garbageCollectionChangesNoGradient}, {@link
 *       #trainingLowersTheLoss}, {@link #savedWeightsGiveTheSame}, {@link
 *       #batchesEqualTheirExamples}, {@link #paddingChangesNothing}, {@link
 *       #elementOrderChangesNothing}, {@link #twoOfAKindFuse};
 *   <li>augmentation: {@link #augmentationChangesExamples}, {@link #augmentationRepeats}, {@link
 *       #augmentationLeavesItsArgument}, {@link #augmentedExamplesFitTheSpec};
 *   <li>geometry: {@link #geometryRepeats}, {@link #followersMoveAlike}, {@link #followersKeepIds};
 *   <li>the reader: {@link #sourcesAreRead}, {@link #headsPass}, {@link #sourcesAreClosed}, {@link
 *       #emptySourcesAreRefused}, {@link #unreadableSourcesAreRefused}, {@link
 *       #cutSourcesAreReadOrRefused}, {@link #damagedSourcesAreReadOrRefused}, {@link
 *       #readingTakesLittleMemory}.
 * </ul>
 *
 * <p>Behaviour that a plugin may leave out is expected unless the test class says otherwise: {@link
 * #installs}, {@link #canBeInvalid}, {@link #augments}, {@link #readsSources}, {@link
 * #ignoresElementOrder}. All of it takes a few seconds if the configuration is small: some hundred
 * elements at most.
 *
 * @param <C> the plugin's configuration
 * @param <T> one raw example
 */
@ExtendWith(ClauseReport.class)
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public abstract class ModalityPluginContract<C extends Record, T> {
  private static final int HANGS = 60;

  /** Made by JUnit. */
  protected ModalityPluginContract() {}

  // What the author gives.

  /** A new plugin. */
  protected abstract ModalityPlugin<C, T> plugin();

  /** A small configuration, with augmentation switched on where the plugin has one. */
  protected abstract C validConfig();

  /**
   * At least two different raw examples, better a handful, and of different lengths where they may
   * have them; new but equal ones at every call.
   */
  protected abstract List<T> examples();

  /** Configurations that must be refused, by the key that is wrong. */
  protected Map<String, Supplier<C>> invalidConfigs() {
    return Map.of();
  }

  /** Whole files the reader reads, by name; small ones, of every format. */
  protected Map<String, byte[]> sources() {
    return Map.of();
  }

  /** Whole files of many records the reader opens, by name; small ones, of every format. */
  protected Map<String, byte[]> recordSources() {
    return Map.of();
  }

  /** Files the reader refuses, by name. */
  protected Map<String, byte[]> unreadableSources() {
    return Map.of();
  }

  /**
   * Whether two raw examples are equal. Compares arrays, records, lists and buffers by what they
   * hold, all else by {@code equals}; to be overridden for examples whose class has none.
   */
  protected boolean isSame(T one, T other) {
    return Sameness.of(one, other);
  }

  /**
   * Scenes seen twice, for a plugin whose modalities can follow each other; a mask or the like
   * among them, if the plugin reads ids.
   */
  protected List<FollowedScene<C, T>> followedScenes() {
    return List.of();
  }

  /** Bytes that reading one of the sources, whole or damaged, may take beyond its own size. */
  protected long readerMemory() {
    return 64L << 20;
  }

  // Behaviour a plugin may leave out.

  /** Whether the plugin is declared as a service. */
  protected boolean installs() {
    return true;
  }

  /** Whether there are configurations that must be refused. */
  protected boolean canBeInvalid() {
    return true;
  }

  /** Whether {@link #validConfig} asks for augmentation. */
  protected boolean augments() {
    return true;
  }

  /** Whether examples are read from files. */
  protected boolean readsSources() {
    return true;
  }

  /**
   * Whether elements are a set, told apart by their positions alone; not so for learned positions
   * and for input adapters that look at neighbours.
   */
  protected boolean ignoresElementOrder() {
    return true;
  }

  // The clauses.

  /** Found by {@link java.util.ServiceLoader}. */
  @Clause("programs find the plugin by ServiceLoader under its own name, and no other has it")
  public final void isInstalled() {
    new PluginClauses<>(this).isInstalled();
  }

  /** A name configurations can use. */
  @Clause("the name is made of a-z, 0-9 and -, beginning with a letter")
  public final void nameIsWellFormed() {
    new PluginClauses<>(this).nameIsWellFormed();
  }

  /** What guides and commented configurations are made of. */
  @Clause("every component of the configuration record, nested ones too, carries @Setting")
  public final void settingsAreDescribed() {
    new PluginClauses<>(this).settingsAreDescribed();
  }

  /** A section that says nothing is enough. */
  @Clause("create accepts defaults()")
  public final void defaultsAreUsable() {
    new PluginClauses<>(this).defaultsAreUsable();
  }

  /** A run's resolved configuration is read again. */
  @Clause("a configuration written as YAML and read again is equal to itself")
  public final void configSurvivesWritingAndReading() {
    new PluginClauses<>(this).configSurvivesWritingAndReading();
  }

  /** Mistakes are found before anything is read. */
  @Clause("an invalid configuration is refused by InvalidSpecException that names its key")
  public final void invalidConfigsAreRefused() {
    new PluginClauses<>(this).invalidConfigsAreRefused();
  }

  /** Programs create modalities more than once. */
  @Clause("equal configurations give modalities that are equal in all they do")
  public final void createGivesEqualModalities() {
    new PluginClauses<>(this).createGivesEqualModalities();
  }

  /** Programs create modalities only to describe them. */
  @Clause("create opens no file and starts no thread")
  public final void createOpensNothing() {
    new PluginClauses<>(this).createOpensNothing();
  }

  /** Asked before an example is tokenized. */
  @Clause("every example has from 1 to spec().maxElements() elements")
  public final void elementCountsAreWithinTheSpec() {
    new TokenizerClauses<>(this).elementCountsAreWithinTheSpec();
  }

  /** Shapes equal the spec. */
  @Clause("tokenize writes elements × channels of content and elements × axes of positions")
  public final void everyElementIsWritten() {
    new TokenizerClauses<>(this).everyElementIsWritten();
  }

  /** A buffer may be a window of a batch. */
  @Clause("tokenize writes nowhere but from each buffer's start to its limit")
  public final void nothingElseIsWritten() {
    new TokenizerClauses<>(this).nothingElseIsWritten();
  }

  /** One NaN would make every weight NaN. */
  @Clause("content and positions are finite numbers")
  public final void contentIsFinite() {
    new TokenizerClauses<>(this).contentIsFinite();
  }

  /** What position encodings are made for. */
  @Clause("every coordinate of a position lies in [-1, 1]")
  public final void positionsLieWithinTheUnitCube() {
    new TokenizerClauses<>(this).positionsLieWithinTheUnitCube();
  }

  /** What is not in the arrays cannot be learned. */
  @Clause("different examples give different arrays")
  public final void differentExamplesGiveDifferentArrays() {
    new TokenizerClauses<>(this).differentExamplesGiveDifferentArrays();
  }

  /** Examples may be tokenized again. */
  @Clause("elements and tokenize leave the example as it was")
  public final void examplesStayAsTheyAre() {
    new TokenizerClauses<>(this).examplesStayAsTheyAre();
  }

  /** Batches are prepared by several threads. */
  @Clause("threads that tokenize at once get what each would get alone")
  public final void threadsTokenizeAlike() throws InterruptedException {
    new TokenizerClauses<>(this).threadsTokenizeAlike();
  }

  /** The trunk is built for what is declared. */
  @Clause("input adapter and position encoding yield the elements and channels they declare")
  public final void encodingsKeepTheirShape() {
    new NetworkClauses<>(this).encodingsKeepTheirShape();
  }

  /** Through a tiny trunk and head. */
  @Clause("a model's output for the examples is finite")
  public final void forwardIsFinite() {
    new NetworkClauses<>(this).forwardIsFinite();
  }

  /** A gradient that is always 0 is a parameter without use. */
  @Clause("every parameter of a model of this modality gets a gradient that is not 0")
  public final void everyParameterLearns() throws IOException {
    new NetworkClauses<>(this).everyParameterLearns();
  }

  /** What the backward pass needs is not lent by the Java heap: see {@link Scalars}. */
  @Clause("garbage collected between the forward and the backward pass changes no gradient")
  public final void garbageCollectionChangesNoGradient() throws IOException {
    new NetworkClauses<>(this).garbageCollectionChangesNoGradient();
  }

  /** A handful of examples can be learned by heart. */
  @Clause("a few steps on the examples, each a class of its own, lower the loss")
  public final void trainingLowersTheLoss() throws IOException {
    new NetworkClauses<>(this).trainingLowersTheLoss();
  }

  /** All that a model knows is in its parameters. */
  @Clause("weights that were saved and loaded into a new model give the same output")
  public final void savedWeightsGiveTheSame(@TempDir Path folder) throws IOException {
    new NetworkClauses<>(this).savedWeightsGiveTheSame(folder);
  }

  /** Neighbours in a batch do not matter. */
  @Clause("an example's output is the same alone and in a batch, within 1e-5")
  public final void batchesEqualTheirExamples() {
    new NetworkClauses<>(this).batchesEqualTheirExamples();
  }

  /** Longer neighbours do not matter. */
  @Clause("masked padding changes an example's output by less than 1e-6")
  public final void paddingChangesNothing() {
    new NetworkClauses<>(this).paddingChangesNothing();
  }

  /** Where {@link #ignoresElementOrder}. */
  @Clause("elements in another order, with their positions, change the output by less than 1e-5")
  public final void elementOrderChangesNothing() {
    new NetworkClauses<>(this).elementOrderChangesNothing();
  }

  /** A left and a right camera. */
  @Clause("two modalities of one plugin share nothing, and any example may lack one of them")
  public final void twoOfAKindFuse() throws IOException {
    new FusionClauses<>(this).twoOfAKindFuse();
  }

  /** Where it {@link #augments}. */
  @Clause("the augmentation that is configured changes examples; without one, isNone() says so")
  public final void augmentationChangesExamples() {
    new AugmentationClauses<>(this).augmentationChangesExamples();
  }

  /** Runs repeat under their seed. */
  @Clause("the same generator state gives the same augmented example")
  public final void augmentationRepeats() {
    new AugmentationClauses<>(this).augmentationRepeats();
  }

  /** Examples may be kept from epoch to epoch. */
  @Clause("augmentation returns a changed copy and leaves its argument as it was")
  public final void augmentationLeavesItsArgument() {
    new AugmentationClauses<>(this).augmentationLeavesItsArgument();
  }

  /** What is learned from keeps the other clauses. */
  @Clause("augmented examples keep counts, finite numbers and positions within the spec")
  public final void augmentedExamplesFitTheSpec() {
    new AugmentationClauses<>(this).augmentedExamplesFitTheSpec();
  }

  /** Those who follow are told the same. */
  @Clause("the same generator state gives an equal geometry; drawsGeometry() says if they differ")
  public final void geometryRepeats() {
    new FollowerClauses<>(this).geometryRepeats();
  }

  /** A picture and its mask are cut alike. */
  @Clause("a mark lands at the same relative place in a modality and in one that follows it")
  public final void followersMoveAlike() {
    new FollowerClauses<>(this).followersMoveAlike();
  }

  /** Between class 3 and class 5 there is no class 4. */
  @Clause("a follower's ids stay ids: its geometry brings no new value")
  public final void followersKeepIds() {
    new FollowerClauses<>(this).followersKeepIds();
  }

  /** Any number of times. */
  @Clause("every source is read, every record too, twice the same, and can be tokenized")
  public final void sourcesAreRead() throws IOException {
    new ReaderClauses<>(this).sourcesAreRead();
  }

  /** A data set is checked before it is trained on. */
  @Clause("the start of a source that is read passes, and is not taken for a file of many records")
  public final void headsPass() throws IOException {
    new ReaderClauses<>(this).headsPass();
  }

  /** A run opens millions of sources. */
  @Clause("the reader closes what it opens, whether it reads or refuses")
  public final void sourcesAreClosed() {
    new ReaderClauses<>(this).sourcesAreClosed();
  }

  /** An empty file is the commonest damage. */
  @Clause("an empty source is refused by a message that names it")
  public final void emptySourcesAreRefused() {
    new ReaderClauses<>(this).emptySourcesAreRefused();
  }

  /** What is given as unreadable. */
  @Clause("an unreadable source is refused by a message that names it")
  public final void unreadableSourcesAreRefused() {
    new ReaderClauses<>(this).unreadableSourcesAreRefused();
  }

  /** Downloads break off. */
  @Clause("a source cut anywhere is read, or refused by IOException or PerceiverException")
  @Timeout(value = HANGS, threadMode = SEPARATE_THREAD)
  public final void cutSourcesAreReadOrRefused() {
    new ReaderClauses<>(this).cutSourcesAreReadOrRefused();
  }

  /** Headers lie. */
  @Clause("damaged and random bytes are read, or refused by IOException or PerceiverException")
  @Timeout(value = HANGS, threadMode = SEPARATE_THREAD)
  public final void damagedSourcesAreReadOrRefused() {
    new ReaderClauses<>(this).damagedSourcesAreReadOrRefused();
  }

  /** Small files stay cheap, whatever they claim. */
  @Clause("reading takes no more memory than what the source holds justifies")
  @Timeout(value = HANGS, threadMode = SEPARATE_THREAD)
  public final void readingTakesLittleMemory() {
    new ReaderClauses<>(this).readingTakesLittleMemory();
  }

  /** The examples, at least two of them. */
  final List<T> checkedExamples() {
    List<T> given = Objects.requireNonNull(examples(), "examples() is null");
    if (given.size() < 2) {
      throw new IncompleteContractException(
          "examples() gives " + given.size() + "; the contract needs at least 2 different ones");
    }
    return given;
  }
}
