/** Async methods that are started on a thread with a loop of its own go on there after each await. */
package org.asyncjava.examples.dispatchers;
