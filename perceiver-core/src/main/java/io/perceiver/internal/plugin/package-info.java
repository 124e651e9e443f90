/**
 * Finds plugins on the class path and in plugin folders, whose jars see the api, DJL's api and
 * slf4j only. What is faulty or ambiguous is set aside with its jar and the reason.
 */
@NullMarked
package io.perceiver.internal.plugin;

import org.jspecify.annotations.NullMarked;
