package io.perceiver.data;

import io.perceiver.api.Problems;
import io.perceiver.api.Setting;
import org.apiguardian.api.API;

/**
 * The {@code data} section's own keys where the data set is class folders.
 *
 * @param modality which of the model's modalities the files are; empty where it has one
 * @param label column under which the folders' names reach the heads
 * @param testFraction share of every class that becomes the test split, where no folder is one
 * @param seed decides which examples are in that share
 * @param lists which text files beside the class folders say what the splits are: {@code auto} for
 *     {@code NAME_train.txt} and {@code NAME_test.txt} if there are such files, {@code none}, or
 *     {@code NAME}
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record FoldersConfig(
    @Setting("which modality the files are; empty where the model has one") String modality,
    @Setting("name under which the heads see the folder's name") String label,
    @Setting(
            value = "share of every class that becomes the test split, where no folder is one",
            min = 0,
            max = 0.9)
        double testFraction,
    @Setting("decides which examples are in that share") long seed,
    @Setting(
            "which lists NAME_train.txt and NAME_test.txt beside the class folders give the splits:"
                + " auto, none or NAME")
        String lists) {
  private static final double LARGEST_FRACTION = 0.9;

  /** Checks the numbers. */
  public FoldersConfig {
    Problems problems = new Problems("");
    problems.check(
        testFraction >= 0 && testFraction <= LARGEST_FRACTION,
        "testFraction",
        testFraction,
        "0 to " + LARGEST_FRACTION);
    problems.check(!label.isEmpty(), "label", "\"\"", "a name");
    problems.check(!lists.isEmpty(), "lists", "\"\"", "auto, none or the lists' name");
    problems.throwIfAny();
  }
}
