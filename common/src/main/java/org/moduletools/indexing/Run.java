package org.moduletools.indexing;

/**
 * The context of all steps of one run.
 *
 * @param request the request
 * @param listener receives problems
 * @param isComplete whether all files and folders could be read
 */
record Run(IndexRequest request, IndexingListener listener, boolean isComplete) {}
