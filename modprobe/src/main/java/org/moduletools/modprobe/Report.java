package org.moduletools.modprobe;

import org.moduletools.cli.Messages;

/**
 * What the user is told.
 *
 * @param actions what is done
 * @param messages what went wrong
 */
record Report(ActionLog actions, Messages messages) {}
