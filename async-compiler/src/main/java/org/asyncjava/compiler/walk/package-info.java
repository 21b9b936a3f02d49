/**
 * The walk through sources that all checks of sources share. It is told of events, a class, a method, an await, and knows the rules; a reader
 * of some kind of tree translates, and answers what things mean.
 */
package org.asyncjava.compiler.walk;
