/**
 * The check of source files alone, for code that has not been compiled or does not compile yet.
 *
 * <p>{@link org.asyncjava.compiler.source.SourceCheck} parses files, resolves names through imports, nesting and inheritance as far as
 * the sources and the class path tell, and keeps silent where that does not suffice: the compiler or the class files decide later.
 */
package org.asyncjava.compiler.source;
