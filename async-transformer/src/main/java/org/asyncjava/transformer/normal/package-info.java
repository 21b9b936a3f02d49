/** Brings methods into the form that analysis and emission rely on. */
package org.asyncjava.transformer.normal;
