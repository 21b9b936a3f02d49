/** Writers: a plan goes in, code comes out; no analysis and no decisions. */
package org.asyncjava.transformer.emit;
