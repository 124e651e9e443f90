package io.perceiver.internal.parity;

/**
 * How one case ended.
 *
 * @param name of the case
 * @param status how it ended
 * @param outputError largest |Δ| of an output; NaN where none was compared
 * @param gradientError largest |Δ| of a gradient over what is allowed for its tensor: at most 1
 *     passes
 * @param lossError largest |Δ| of a training loss
 * @param detail what is wrong, empty where nothing is
 */
public record ParityResult(
    String name,
    ParityStatus status,
    double outputError,
    double gradientError,
    double lossError,
    String detail) {

  static ParityResult unsupported(String name) {
    return new ParityResult(
        name,
        ParityStatus.UNSUPPORTED,
        Double.NaN,
        Double.NaN,
        Double.NaN,
        "no kind of case this version knows");
  }

  static ParityResult failed(String name, String why) {
    return new ParityResult(name, ParityStatus.FAILED, Double.NaN, Double.NaN, Double.NaN, why);
  }
}
