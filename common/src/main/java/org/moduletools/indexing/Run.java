package org.moduletools.indexing;

/**
 * What all steps of one run share.
 *
 * @param request what was asked for
 * @param listener is given what is wrong
 * @param isComplete whether all files and folders could be read
 */
record Run(IndexRequest request, IndexingListener listener, boolean isComplete) {}
