/** Checks what was written. */
package org.asyncjava.transformer.verify;
