package org.asyncjava.runtime;

/** The resumption of a machine that is a program's own kind of future, whose methods {@code run} and {@code apply} are the program's. */
record DetachedResumption(HotCall hotCall) implements HotResumption {
}
