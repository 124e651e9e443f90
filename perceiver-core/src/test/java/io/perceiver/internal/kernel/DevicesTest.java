package io.perceiver.internal.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.Device;
import io.perceiver.api.PerceiverException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DevicesTest {
  private static final Devices NONE = new Devices("PyTorch 2.7.1", 0);
  private static final Devices TWO = new Devices("PyTorch 2.7.1", 2);

  @Test
  void autoIsTheFirstGpuOrElseTheCpu() {
    assertThat(TWO.choose("auto")).isEqualTo(Device.gpu(0));
    assertThat(NONE.choose("auto")).isEqualTo(Device.cpu());
  }

  @Test
  void theCpuIsTakenBesideGpusToo() {
    assertThat(TWO.choose("cpu")).isEqualTo(Device.cpu());
    assertThat(NONE.choose("cpu")).isEqualTo(Device.cpu());
  }

  @Test
  void aGpuIsTakenByItsNumber() {
    assertThat(TWO.choose("gpu")).isEqualTo(Device.gpu(0));
    assertThat(TWO.choose("gpu:0")).isEqualTo(Device.gpu(0));
    assertThat(TWO.choose("gpu:1")).isEqualTo(Device.gpu(1));
  }

  @Test
  void aGpuThatIsNotThereIsRefusedWithThoseThatAre() {
    assertThat(TWO.has("gpu:1")).isTrue();
    assertThat(TWO.has("gpu:2")).isFalse();
    assertThatThrownBy(() -> TWO.choose("gpu:2"))
        .isInstanceOf(PerceiverException.class)
        .hasMessage(
            "device: gpu:2 is not there; PyTorch 2.7.1 sees cpu, gpu:0, gpu:1. Name one, or auto");
  }

  @Test
  void withoutAnyGpuTheMessageSaysWhatOneNeeds() {
    assertThat(NONE.has("gpu")).isFalse();
    assertThatThrownBy(() -> NONE.choose("gpu"))
        .isInstanceOf(PerceiverException.class)
        .hasMessageStartingWith("device: gpu is not there; PyTorch 2.7.1 sees only the cpu.")
        .hasMessageContaining("Name cpu or auto")
        .hasMessageContaining("PYTORCH_LIBRARY_PATH")
        .hasMessageContaining("docs/gpu.md");
  }

  @ParameterizedTest
  @ValueSource(strings = {"tpu", "gpu:", "gpu:-1", "gpu:1000", "GPU", "gpu:0+gpu:1", "cuda:0", ""})
  void anyOtherNameIsNone(String name) {
    assertThat(Devices.isName(name)).isFalse();
    assertThatThrownBy(() -> TWO.choose(name))
        .isInstanceOf(PerceiverException.class)
        .hasMessage("device: '" + name + "' is not allowed; " + Devices.ALLOWED + " is");
  }
}
