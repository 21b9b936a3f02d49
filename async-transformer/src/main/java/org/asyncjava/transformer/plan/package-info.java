/**
 * The plan of a state machine: immutable, printable, everything that the emitters need and nothing that they have to find out. The planner
 * asks the analyses; all that is subtle is decided here, once.
 */
package org.asyncjava.transformer.plan;
