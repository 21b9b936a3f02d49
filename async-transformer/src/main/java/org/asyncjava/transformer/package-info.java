/**
 * Rewrites the async methods of one class file: {@link org.asyncjava.transformer.AsyncTransformer} is the way in.
 *
 * <p>Bytes go in, bytes come out. No class is ever loaded: what must be known of other classes is read from their class files through
 * {@link org.asyncjava.transformer.read.ClassPath}.
 */
package org.asyncjava.transformer;
