/**
 * Finds plugins and hands them out by name.
 *
 * <p>{@link io.perceiver.plugin.PluginLoader} looks on the class path and in plugin folders, whose
 * jars see the api, DJL's api and slf4j only; what is faulty or ambiguous is set aside with its jar
 * and the reason. {@link io.perceiver.plugin.PluginRegistry} holds the result: a run fails only if
 * it names a plugin that was set aside.
 */
@NullMarked
package io.perceiver.plugin;

import org.jspecify.annotations.NullMarked;
