/** What a run folder holds: checkpoints, the manifest, the device, and the check of its data. */
@NullMarked
package io.perceiver.internal.run;

import org.jspecify.annotations.NullMarked;
