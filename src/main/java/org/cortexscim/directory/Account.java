package org.cortexscim.directory;

/**
 * Whether somebody may use the workspace.
 *
 * @param id the user's id
 */
public record Account(String id, boolean active) {}
