/**
 * A module file on disk: its compression, modinfo, symbols and their CRCs, build-id, signature,
 * device tables.
 */
@NullMarked
package org.moduletools.modulefile;

import org.jspecify.annotations.NullMarked;
