/** Checks what was written, and tells what was planned where something is wrong. */
package org.asyncjava.transformer.verify;
