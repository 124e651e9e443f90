package io.perceiver.testkit;

import org.apiguardian.api.API;

/**
 * One scene as two raw examples, the second of which follows the first in training: a picture and
 * its mask, a noisy and a clean recording. A mark stands out in both at the same place: its
 * elements are the ones whose content, summed over channels, is highest. It is small, and lies
 * where most crops keep it, but not in the middle, where moves would not be seen.
 *
 * @param followed configuration of the modality that is followed, with all its geometry switched on
 * @param scene its raw example
 * @param follower configuration of the follower, without a geometry of its own; better coarser than
 *     the other, or of other proportions
 * @param view the same scene, as the follower's raw example
 * @param tolerance how far the marks may lie from each other, in positions from -1 to 1; about the
 *     distance of neighbours in the coarser grid
 * @param ids whether the follower's content names things, so that no new value may come up
 * @param <C> the plugin's configuration
 * @param <T> one raw example
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record FollowedScene<C extends Record, T>(
    C followed, T scene, C follower, T view, double tolerance, boolean ids) {}
