/**
 * Writers of methods: a plan goes in, code comes out. No analysis is asked and nothing decided; the plan and the normal form that it speaks of stay
 * as they are.
 */
package org.asyncjava.transformer.emit;
