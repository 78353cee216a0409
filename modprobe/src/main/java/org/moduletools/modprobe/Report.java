package org.moduletools.modprobe;

import org.moduletools.cli.Messages;

/**
 * The output for the user.
 *
 * @param actions the log of actions
 * @param messages prints messages
 */
record Report(ActionLog actions, Messages messages) {}
