/**
 * Still images in lossy WebP: the key frames of VP8 (RFC 6386), decoded to the very samples that
 * libwebp gives. The libraries for Java differ from it in filters and chroma.
 */
@NullMarked
package io.perceiver.image.webp;

import org.jspecify.annotations.NullMarked;
