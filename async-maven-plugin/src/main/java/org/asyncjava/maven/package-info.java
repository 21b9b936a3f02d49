/** Maven goals. They know where Maven puts things and how it reports; the work is done by the transformer. */
package org.asyncjava.maven;
