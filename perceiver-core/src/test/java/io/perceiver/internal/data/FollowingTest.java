package io.perceiver.internal.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.perceiver.api.Example;
import io.perceiver.api.InvalidSpecException;
import io.perceiver.api.SourceRecord;
import io.perceiver.data.BadExample;
import io.perceiver.data.BadExamplePolicy;
import io.perceiver.data.BadExamples;
import io.perceiver.data.BatchMaker;
import io.perceiver.data.HostBatch;
import io.perceiver.data.ModalityUse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Modalities that take their geometry from another one: here, what is added to every number. */
class FollowingTest {
  private static final AugmentationSeed EPOCH = new AugmentationSeed(1, 0);
  private static final ModalityUse FOLLOWS_LEFT = ModalityUse.INPUT.following("left");

  private final Numbers numbers = new Numbers();
  private final BadExamples skipped = new BadExamples(BadExamplePolicy.SKIP);

  private ModalityPipeline<float[]> left(CacheBudget budget) {
    return numbers.shifting("left", true, ModalityUse.INPUT, budget);
  }

  private ModalityPipeline<float[]> still(String name, ModalityUse use) {
    return numbers.shifting(name, false, use, CacheBudget.none());
  }

  private BatchMaker maker(Hiding hiding, ModalityPipeline<?>... pipelines) {
    return new BatchMaker(List.of(pipelines), Map.of(), skipped, hiding);
  }

  private static Example example(String id, String... modalities) {
    Map<String, SourceRecord> sources = new HashMap<>();
    for (String modality : modalities) {
      sources.put(modality, SourceRecord.whole(Numbers.source(id + "." + modality, "1")));
    }
    return new Example(id, "train", Map.of(), sources);
  }

  /** How far each modality's one number was moved. */
  private static Map<String, Float> shifts(BatchMaker maker, Example example) {
    Map<String, Float> shifts = new HashMap<>();
    maker
        .prepare(example, EPOCH)
        .orElseThrow()
        .modalities()
        .forEach((name, made) -> shifts.put(name, made.content()[0] - 1));
    return shifts;
  }

  @Test
  void aFollowerAndItsFollowersAreMovedAsTheFirstIs() {
    BatchMaker maker =
        maker(
            Hiding.NOTHING,
            still("depth", ModalityUse.INPUT.following("right")),
            left(CacheBudget.none()),
            still("right", FOLLOWS_LEFT),
            still("sound", ModalityUse.INPUT));

    Map<String, Float> one = shifts(maker, example("one", "left", "right", "depth", "sound"));
    Map<String, Float> two = shifts(maker, example("two", "left", "right", "depth", "sound"));

    assertThat(one.get("left")).isPositive();
    assertThat(one).containsEntry("right", one.get("left")).containsEntry("depth", one.get("left"));
    assertThat(one).containsEntry("sound", 0f);
    assertThat(two.get("right")).isEqualTo(two.get("left")).isNotEqualTo(one.get("left"));
  }

  @Test
  void theSourceThatIsFollowedIsReadOnce() {
    BatchMaker maker =
        maker(Hiding.NOTHING, left(CacheBudget.none()), still("right", FOLLOWS_LEFT));

    shifts(maker, example("one", "left", "right"));

    assertThat(numbers.read).hasValue(2);
  }

  @Test
  void keepingExamplesChangesNothing() {
    BatchMaker keeping =
        maker(Hiding.NOTHING, left(CacheBudget.ofMegabytes(1)), still("right", FOLLOWS_LEFT));
    BatchMaker reading =
        maker(Hiding.NOTHING, left(CacheBudget.none()), still("right", FOLLOWS_LEFT));
    Example example = example("one", "left", "right");

    Map<String, Float> first = shifts(keeping, example);

    assertThat(shifts(keeping, example)).isEqualTo(first).isEqualTo(shifts(reading, example));
  }

  @Test
  void whatIsDroppedIsStillFollowed() {
    Hiding dropped = new Hiding(Map.of("left", 0.999999), Map.of(), false);
    Example example = example("one", "left", "right");
    Map<String, Float> both =
        shifts(
            maker(Hiding.NOTHING, left(CacheBudget.none()), still("right", FOLLOWS_LEFT)), example);

    assertThat(
            shifts(maker(dropped, left(CacheBudget.none()), still("right", FOLLOWS_LEFT)), example))
        .containsExactly(Map.entry("right", both.get("left")));
  }

  @Test
  void whereNothingIsFollowedNothingMoves() {
    BatchMaker maker =
        maker(Hiding.NOTHING, left(CacheBudget.none()), still("right", FOLLOWS_LEFT));

    assertThat(shifts(maker, example("one", "right"))).containsExactly(Map.entry("right", 0f));
    assertThat(
            maker
                .make(List.of(example("one", "left", "right")))
                .orElseThrow()
                .modalities()
                .get("right")
                .content()
                .get(0))
        .isEqualTo(1);
  }

  @Test
  void anOutputIsNotShown() {
    BatchMaker maker =
        maker(
            Hiding.NOTHING,
            left(CacheBudget.none()),
            still("mask", ModalityUse.OUTPUT.following("left")));

    HostBatch batch = maker.make(List.of(example("one", "left", "mask"))).orElseThrow();

    assertThat(batch.modalities()).containsOnlyKeys("left");
  }

  @Test
  void whatCannotBeReadIsNamedUnderItsOwnModality() {
    Map<String, SourceRecord> sources =
        Map.of(
            "left", SourceRecord.whole(Numbers.source("l", "x")),
            "depth", SourceRecord.whole(Numbers.source("d", "1")));
    BatchMaker maker =
        maker(Hiding.NOTHING, left(CacheBudget.none()), still("depth", FOLLOWS_LEFT));

    assertThat(maker.prepare(new Example("one", "train", Map.of(), sources), EPOCH)).isEmpty();
    assertThat(skipped.all())
        .containsExactly(new BadExample("one", "left", "l: 'x' is not a number"));
  }

  @Test
  void whoCannotFollowIsRefused() {
    assertThatThrownBy(
            () ->
                maker(
                    Hiding.NOTHING,
                    numbers.shifting("left", true, ModalityUse.INPUT, CacheBudget.none()),
                    numbers.shifting("right", true, FOLLOWS_LEFT, CacheBudget.none()),
                    still("a", ModalityUse.INPUT.following("b")),
                    still("b", ModalityUse.INPUT.following("a"))))
        .isInstanceOf(InvalidSpecException.class)
        .hasMessageContaining(
            "modalities.right.follows: 'right' moves as 'left' does, but its own augmentation draws"
                + " a geometry as well")
        .hasMessageContaining(
            "modalities.a.follows: 'b' already follows 'a', so this makes a circle")
        .hasMessageContaining(
            "modalities.b.follows: 'a' already follows 'b', so this makes a circle");
  }
}
