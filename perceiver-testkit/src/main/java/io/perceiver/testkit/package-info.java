/**
 * The contract of a modality plugin as tests. An author extends {@link
 * io.perceiver.testkit.ModalityPluginContract}, gives a plugin, a configuration and a few examples,
 * and each test that fails names the clause that is broken.
 */
@NullMarked
package io.perceiver.testkit;

import org.jspecify.annotations.NullMarked;
