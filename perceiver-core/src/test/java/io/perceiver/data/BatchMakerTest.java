package io.perceiver.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.perceiver.api.Example;
import io.perceiver.api.FileSource;
import io.perceiver.api.PerceiverException;
import io.perceiver.api.SourceRecord;
import io.perceiver.api.head.Target;
import io.perceiver.internal.data.AugmentationSeed;
import io.perceiver.internal.data.CacheBudget;
import io.perceiver.internal.data.Hiding;
import io.perceiver.internal.data.LabelTarget;
import io.perceiver.internal.data.ModalityBatch;
import io.perceiver.internal.data.Numbers;
import io.perceiver.internal.data.PreparedExample;
import io.perceiver.internal.data.TargetBatch;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BatchMakerTest {
  private final Numbers numbers = new Numbers();
  private final BadExamples skipped = new BadExamples(BadExamplePolicy.SKIP);

  private BatchMaker maker(BadExamples bad) {
    return new BatchMaker(
        List.of(numbers.scattered("left"), numbers.fixed("right")),
        Map.of("kind", LabelTarget.LABEL),
        bad);
  }

  private static Example example(String id, String label, String left, String right) {
    Map<String, SourceRecord> sources = new HashMap<>();
    if (!left.isEmpty()) {
      sources.put("left", SourceRecord.whole(Numbers.source(id + ".left", left)));
    }
    if (!right.isEmpty()) {
      sources.put("right", SourceRecord.whole(Numbers.source(id + ".right", right)));
    }
    return new Example(id, "train", label.isEmpty() ? Map.of() : Map.of("label", label), sources);
  }

  private static float[] values(FloatBuffer buffer) {
    float[] values = new float[buffer.remaining()];
    buffer.get(values);
    return values;
  }

  @Test
  void shorterAndMissingExamplesArePaddedAndMasked() {
    HostBatch batch =
        maker(skipped)
            .make(
                List.of(
                    example("one", "b", "1 2 3", "1 1 1 1"),
                    example("two", "", "", "2 2 2 2"),
                    example("three", "a", "4", "3 3 3 3")))
            .orElseThrow();
    ModalityBatch left = batch.modalities().get("left");
    assertThat(left.batch()).isEqualTo(3);
    assertThat(left.elements()).isEqualTo(3);
    assertThat(left.contentBytes().isDirect()).isTrue();
    assertThat(values(left.content()))
        .containsExactly(1, 1, 2, 4, 3, 9, 0, 0, 0, 0, 0, 0, 4, 16, 0, 0, 0, 0);
    assertThat(values(left.positions())).containsExactly(0, .1f, .2f, 0, 0, 0, 0, 0, 0);
    assertThat(left.mask())
        .containsExactly(true, true, true, false, false, false, true, false, false);
    assertThat(left.present()).containsExactly(true, false, true);
    ModalityBatch right = batch.modalities().get("right");
    assertThat(right.mask()).isNull();
    assertThat(right.positions()).isNull();
    assertThat(right.present()).containsOnly(true);
    TargetBatch.Ids target = (TargetBatch.Ids) batch.targets().get("kind");
    assertThat(target.ids()).containsExactly(1, 0, 0);
    assertThat(target.weights()).containsExactly(1, 0, 1);
  }

  @Test
  void anExampleWithoutAnyInputIsRefusedByName() {
    List<Example> examples =
        List.of(example("one", "b", "1 2 3", ""), example("none", "a", "", ""));
    assertThatThrownBy(() -> maker(skipped).make(examples))
        .isInstanceOf(PerceiverException.class)
        .hasMessage("example 'none' has none of the model's inputs [left, right]; it has []");
  }

  @Test
  void aClosedBatchIsRefused() {
    HostBatch batch = maker(skipped).make(List.of(example("one", "b", "1 2", ""))).orElseThrow();
    batch.close();
    assertThatThrownBy(batch::modalities)
        .isInstanceOf(PerceiverException.class)
        .hasMessageContaining("closed");
  }

  @Test
  void anExampleShorterThanTheSharedPositionsHasTheFirstOnes() {
    HostBatch batch = maker(skipped).make(List.of(example("one", "a", "", "1 2"))).orElseThrow();
    assertThat(batch.modalities()).containsOnlyKeys("right");
    assertThat(batch.modalities().get("right").elements()).isEqualTo(2);
    assertThat(batch.modalities().get("right").positions()).isNull();
    assertThat(batch.modalities().get("right").mask()).isNull();
  }

  private List<PreparedExample> training(Hiding hiding, List<Example> examples) {
    BatchMaker maker =
        new BatchMaker(
            List.of(numbers.scattered("left"), numbers.fixed("right")), Map.of(), skipped, hiding);
    AugmentationSeed epoch = new AugmentationSeed(1, 0);
    return examples.stream().map(e -> maker.prepare(e, epoch).orElseThrow()).toList();
  }

  @Test
  void aDroppedModalityIsAnEmptyCell() {
    List<Example> examples = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      examples.add(example("e" + i, "a", "1 2 3", "4 5"));
    }
    Hiding half = new Hiding(Map.of("left", 0.5), Map.of(), false);
    List<PreparedExample> dropped = training(half, examples);
    List<Example> emptied = new ArrayList<>();
    for (PreparedExample example : dropped) {
      String left = example.modalities().containsKey("left") ? "1 2 3" : "";
      emptied.add(example(example.example().id(), "a", left, "4 5"));
    }
    assertThat(emptied).extracting(e -> e.sources().size()).contains(1, 2);
    HostBatch ofDropped = maker(skipped).assemble(0, dropped).orElseThrow();
    HostBatch ofEmptied =
        maker(skipped).assemble(0, training(Hiding.NOTHING, emptied)).orElseThrow();
    assertThat(ofDropped.modalities().keySet()).isEqualTo(ofEmptied.modalities().keySet());
    ofDropped
        .modalities()
        .forEach(
            (name, batch) -> {
              ModalityBatch same = ofEmptied.modalities().get(name);
              assertThat(batch.mask()).isEqualTo(same.mask());
              assertThat(batch.present()).isEqualTo(same.present());
              assertThat(values(batch.content())).isEqualTo(values(same.content()));
            });
  }

  @Test
  void elementsAreHiddenInsideTheirExampleOnly() {
    Hiding most = new Hiding(Map.of(), Map.of("left", 0.9), false);
    List<PreparedExample> prepared =
        training(most, List.of(example("a", "a", "1 2 3 4", "1"), example("b", "a", "1", "1")));
    HostBatch batch = maker(skipped).assemble(0, prepared).orElseThrow();
    boolean[] hidden = batch.modalities().get("left").hidden();
    assertThat(hidden).hasSize(8);
    assertThat(Arrays.copyOf(hidden, 4)).contains(true);
    assertThat(Arrays.copyOfRange(hidden, 5, 8)).containsOnly(false); // padding of the second
    assertThat(batch.modalities().get("right").hidden()).isNull();
  }

  /** A batch that used the same buffers before leaves no trace in the padding. */
  @Test
  void buffersAreUsedAgainAndCleared() {
    BatchMaker maker = maker(skipped);
    HostBatch first =
        maker
            .make(List.of(example("a", "a", "7 7 7", ""), example("b", "a", "7 7 7", "")))
            .orElseThrow();
    Object buffer = first.modalities().get("left").contentBytes();
    first.close();
    first.close();
    HostBatch second =
        maker
            .make(List.of(example("a", "a", "1 2 3", ""), example("b", "a", "1", "")))
            .orElseThrow();
    assertThat(second.modalities().get("left").contentBytes()).isSameAs(buffer);
    assertThat(values(second.modalities().get("left").content()))
        .containsExactly(1, 1, 2, 4, 3, 9, 1, 1, 0, 0, 0, 0);
    HostBatch third = maker.make(List.of(example("c", "a", "1 2 3", ""))).orElseThrow();
    assertThat(third.modalities().get("left").contentBytes()).isNotSameAs(buffer);
  }

  @Test
  void badExamplesAreLeftOutAndListed() {
    List<Example> examples =
        List.of(
            example("text", "a", "1 x", ""),
            example("good", "b", "5", ""),
            example("crash", "a", "1", "crash"),
            example("long", "a", "1 2 3 4 5 6 7", ""),
            example("infinite", "a", "Infinity", ""));
    HostBatch batch = maker(skipped).make(examples).orElseThrow();
    assertThat(batch.examples()).extracting(Example::id).containsExactly("good");
    assertThat(((TargetBatch.Ids) batch.targets().get("kind")).ids()).containsExactly(1);
    assertThat(skipped.count()).isEqualTo(4);
    assertThat(skipped.all())
        .containsExactly(
            new BadExample(
                "crash",
                "right",
                "crash.right: modality 'right' failed on it with"
                    + " java.lang.IllegalStateException: a bug"),
            new BadExample(
                "infinite",
                "left",
                "infinite.left: its content holds Infinity, which is not finite"),
            new BadExample("long", "left", "long.left: has 7 elements, allowed are 1 to 6"),
            new BadExample("text", "left", "text.left: 'x' is not a number"));
    assertThat(maker(skipped).make(List.of(examples.get(0)))).isEmpty();
  }

  @Test
  void badExamplesEndTheRunWhereTheyMust() {
    assertThatThrownBy(
            () ->
                maker(new BadExamples(BadExamplePolicy.FAIL))
                    .make(List.of(example("text", "a", "1 x", ""))))
        .isInstanceOf(PerceiverException.class)
        .hasMessage(
            "example 'text', modality 'left': text.left: 'x' is not a number. Mend or remove it, or"
                + " set data.onBadExample: skip to leave such examples out");
  }

  @Test
  void aRefusalAdvisesWhatTheCallerCanDoAndNamesAFileOnce() {
    Example file =
        new Example(
            "left=a.txt",
            "predict",
            Map.of(),
            Map.of("left", SourceRecord.whole(Numbers.source("a.txt", "x"))));
    assertThatThrownBy(
            () -> maker(new BadExamples(BadExamplePolicy.FAIL, "give --skip")).make(List.of(file)))
        .hasMessage(
            "modality 'left': a.txt: 'x' is not a number. Mend or remove it, or give --skip to leave"
                + " such examples out");
    assertThatThrownBy(() -> maker(BadExamples.refused()).make(List.of(file)))
        .hasMessage("modality 'left': a.txt: 'x' is not a number");
  }

  @Test
  void missingFilesAreBadExamplesToo() {
    Example gone =
        new Example(
            "gone",
            "train",
            Map.of(),
            Map.of("left", SourceRecord.whole(new FileSource(Path.of("no-such-file"), "x"))));
    assertThat(maker(skipped).make(List.of(gone))).isEmpty();
    assertThat(skipped.all().get(0).reason()).isEqualTo("x: there is no such file");
  }

  @Test
  void wrongTargetsAreNeverSkipped() {
    assertThatThrownBy(() -> maker(skipped).make(List.of(example("one", "c", "1", ""))))
        .isInstanceOf(PerceiverException.class)
        .hasMessage("example 'one', head 'kind': label 'c' is none of a, b");
  }

  /** Half of the examples lose the input; the target of none does, and it is whole. */
  @Test
  void elementsAreATargetAsTheyWereBeforeAnythingWasHidden() {
    List<Example> examples = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      examples.add(example("e" + i, "a", "1 2 3", "4 5"));
    }
    BatchMaker maker =
        new BatchMaker(
            List.of(numbers.scattered("left"), numbers.fixed("right")),
            Map.of("again", new Target.Elements("left")),
            skipped,
            new Hiding(Map.of("left", 0.5), Map.of("left", 0.5), false));
    AugmentationSeed epoch = new AugmentationSeed(1, 0);
    List<PreparedExample> prepared =
        examples.stream().map(each -> maker.prepare(each, epoch).orElseThrow()).toList();
    HostBatch batch = maker.assemble(0, prepared).orElseThrow();
    assertThat(batch.modalities().get("left").hidden()).contains(true);
    assertThat(batch.modalities().get("left").present()).contains(false);
    ModalityBatch target = ((TargetBatch.Elements) batch.targets().get("again")).elements();
    assertThat(target.present()).containsOnly(true).hasSize(20);
    assertThat(target.hidden()).isNull();
    float[] shown = values(batch.modalities().get("left").content());
    float[] wanted = values(target.content());
    boolean[] present = batch.modalities().get("left").present();
    for (int i = 0; i < present.length; i++) {
      float[] row = Arrays.copyOfRange(wanted, i * 6, i * 6 + 6);
      assertThat(row).doesNotContain(0);
      if (present[i]) {
        assertThat(Arrays.copyOfRange(shown, i * 6, i * 6 + 6)).isEqualTo(row);
      }
    }
  }

  @Test
  void outputModalitiesAreReadForTargetsAndNotShown() {
    BatchMaker maker =
        new BatchMaker(
            List.of(
                numbers.fixed("right"),
                numbers.shifting("left", false, ModalityUse.OUTPUT, CacheBudget.none())),
            Map.of("again", new Target.Elements("left")),
            skipped,
            Hiding.NOTHING);
    HostBatch batch =
        maker
            .make(List.of(example("one", "", "1 2 3", "4 5"), example("two", "", "", "6 7")))
            .orElseThrow();
    assertThat(batch.modalities()).containsOnlyKeys("right");
    TargetBatch target = batch.targets().get("again");
    assertThat(target.weights()).containsExactly(1, 0);
    assertThat(((TargetBatch.Elements) target).elements().mask())
        .containsExactly(true, true, true, false, false, false);
  }

  @Test
  void aTargetOfAModalityThatTheModelLacksIsRefused() {
    assertThatThrownBy(
            () ->
                new BatchMaker(
                    List.of(numbers.fixed("right")),
                    Map.of("mask", new Target.Elements("maks")),
                    skipped))
        .hasMessage(
            "head 'mask': its target is the modality 'maks', which the model does not have; it has"
                + " [right]");
  }
}
