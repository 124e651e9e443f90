/**
 * Runs as users know them: a configuration becomes a data set, a model and a folder; the folder
 * becomes a model again.
 */
@NullMarked
package io.perceiver.run;

import org.jspecify.annotations.NullMarked;
