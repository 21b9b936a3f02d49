/**
 * Where control goes in a method's code, and what follows from that: one graph, a solver along its edges and one against them. Knows the code alone.
 */
package org.asyncjava.transformer.flow;
