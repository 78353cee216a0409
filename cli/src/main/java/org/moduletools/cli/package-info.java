/**
 * The common parts of the command lines: the host, options, messages, exit statuses, JSON and
 * graphs.
 */
@NullMarked
package org.moduletools.cli;

import org.jspecify.annotations.NullMarked;
