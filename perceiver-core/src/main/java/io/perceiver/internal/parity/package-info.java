/**
 * Proof that imported weights give what other implementations give: reference cases of numbers (a
 * safetensors file and a JSON file each) are run through this project's model.
 */
@NullMarked
package io.perceiver.internal.parity;

import org.jspecify.annotations.NullMarked;
