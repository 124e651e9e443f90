package io.perceiver.bench.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.perceiver.api.PerceiverException;
import io.perceiver.bench.BenchRun;
import io.perceiver.bench.Toy;
import io.perceiver.bench.report.Report;
import io.perceiver.bench.report.ResultTable;
import io.perceiver.bench.subject.LoadedSubject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PeerBenchTest {
  private static final int BATCH = 2;
  private static final int IN = 8 * 8 * 3;
  private static final int CLASSES = 5;

  @TempDir private Path folder;
  private BenchRun run;
  private Path file;

  @BeforeEach
  void writeFile() throws IOException {
    run = Toy.run(folder);
    file = folder.resolve("tiny.pt");
    TinyTrace.write(file, IN, CLASSES);
  }

  private PeerBench bench(Path of, PeerOptions.Mode mode) {
    return PeerBench.with(PeerOptions.of(Toy.model(), of, BATCH, mode));
  }

  @Test
  void comparesTimesAndMemoryOfBothSides() throws IOException {
    Report report = bench(file, PeerOptions.Mode.BOTH).run(run);
    ResultTable times = report.sections().get(0).tables().get(0);
    assertThat(times.rows())
        .extracting(row -> row.get(0).text())
        .containsExactly(
            PeerBench.OUR_FORWARD,
            PeerBench.PEER_FORWARD,
            PeerBench.OUR_STEP,
            PeerBench.PEER_STEP,
            PeerBench.PEER_STEP_DJL,
            PeerBench.PEER_ACCUMULATION);
    ResultTable memory = report.sections().get(1).tables().get(0);
    assertThat(memory.rows()).hasSize(5);
    assertThat(report.summary()).contains("not the same model").contains("960");
  }

  @Test
  void oneModeLeavesTheOtherOut() throws IOException {
    Report report = bench(file, PeerOptions.Mode.EVAL).run(run);
    assertThat(report.sections().get(0).tables().get(0).rows()).hasSize(2);
    assertThat(report.sections().get(1).tables().get(0).rows()).hasSize(3);
  }

  @Test
  void theFilesStepFollowsItsGradientAndLeavesNoneBehind() throws IOException {
    try (NDManager memory = run.compute().newManager();
        LoadedSubject ours =
            new LoadedSubject(Toy.model().read(), BATCH, run.seed(), run.compute());
        TracedModel model = new TracedModel(file, true, run.compute());
        TracedSubject peer =
            new TracedSubject(
                model,
                PeerInput.of(
                    ours.network(), ours.model().trainable().outputs(), ours.batch(), List.of()),
                run.compute())) {
      assertThat(model.parameters()).isEqualTo(IN * CLASSES);
      assertThat(model.values().get(0).getShape()).isEqualTo(new Shape(IN, CLASSES));
      float before = model.values().get(0).getFloat(3, 2);
      assertThat(before).isEqualTo(TinyTrace.weight(3, 2, CLASSES));
      peer.step();
      // the first AdamW step moves by the learning rate, after the decay
      assertThat(Math.abs(model.values().get(0).getFloat(3, 2) - before))
          .isCloseTo(1e-4f, within(2e-5f));
      NDArray gradient = model.gradients(memory).get(0);
      assertThat(gradient.abs().sum().getFloat()).isZero();
    }
  }

  @Test
  void saysHowToMakeAFileThatIsMissing() {
    assertThatThrownBy(() -> bench(folder.resolve("none.pt"), PeerOptions.Mode.EVAL).run(run))
        .isInstanceOf(PerceiverException.class)
        .hasMessageContaining("none.pt")
        .hasMessageContaining("docs/bench.md");
  }

  @Test
  void refusesWhatIsNoTorchScript() throws IOException {
    Path other = Files.writeString(folder.resolve("other.pt"), "no archive");
    assertThatThrownBy(() -> bench(other, PeerOptions.Mode.EVAL).run(run))
        .isInstanceOf(PerceiverException.class)
        .hasMessageContaining("other.pt cannot be loaded");
  }

  @Test
  void refusesAFileOfOtherClasses() throws IOException {
    Path other = folder.resolve("seven.pt");
    TinyTrace.write(other, IN, 7);
    assertThatThrownBy(() -> bench(other, PeerOptions.Mode.EVAL).run(run))
        .isInstanceOf(PerceiverException.class)
        .hasMessageContaining("(2, 7)")
        .hasMessageContaining("classCount");
  }
}
