/**
 * Plugins by name. {@link io.perceiver.plugin.PluginRegistry} holds those that are usable and those
 * that were set aside, with the reason: a run fails only if it names one of the latter.
 */
@NullMarked
package io.perceiver.plugin;

import org.jspecify.annotations.NullMarked;
