/**
 * The Java agent: transforms classes while a JVM loads them.
 *
 * <p>It holds no transformation logic. It finds class files through class loaders, defines machines in the loader of the class that they
 * belong to, and remembers what it did, so that a retransformation by another agent gives the same class again.
 */
package org.asyncjava.transformer.agent;
