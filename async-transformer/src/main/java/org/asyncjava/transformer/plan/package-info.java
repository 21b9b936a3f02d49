/** The plan of a state machine: immutable, printable, everything that the emitters need and nothing that they have to find out. */
package org.asyncjava.transformer.plan;
