/**
 * The compiler plugin: as an annotation processor and as {@code -Xplugin:async} it reports the rules while javac compiles, and transforms
 * the classes that javac wrote when it has finished.
 *
 * <p>Uses public API alone ({@code com.sun.source}, {@code javax.annotation.processing}). {@link org.asyncjava.compiler.source} checks sources
 * without a compiler.
 */
package org.asyncjava.compiler;
