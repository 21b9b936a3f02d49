/**
 * What generated code calls: the contract between the transformer and the runtime, frozen per ABI version. Not for use by programs.
 *
 * <p>The transformer knows these types by name only. Methods that return {@code Coroutine} use {@link
 * org.asyncjava.runtime.generated.Cold} and {@link org.asyncjava.runtime.generated.ColdMachine}.
 */
package org.asyncjava.runtime.generated;
