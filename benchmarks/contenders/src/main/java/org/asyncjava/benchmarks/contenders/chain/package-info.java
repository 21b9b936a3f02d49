/** The JDK's {@code CompletableFuture}, used as its documentation suggests: stages that are chained by functions. */
package org.asyncjava.benchmarks.contenders.chain;
