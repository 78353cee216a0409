/**
 * Files as a file system has them: listing, status, ownership, reading, and atomic replacement.
 * Nothing here interprets their content.
 */
@NullMarked
package org.moduletools.files;

import org.jspecify.annotations.NullMarked;
