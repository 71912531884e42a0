/** What was found wrong with a draft, and how strictly to look; pure, without HTTP. */
@NullMarked
package io.github.qlikconnections.validation;

import org.jspecify.annotations.NullMarked;
