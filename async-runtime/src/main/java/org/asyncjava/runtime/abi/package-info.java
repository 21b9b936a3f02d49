/**
 * What generated code calls: the contract between the transformer and the runtime, frozen per ABI version. Not for use by programs.
 *
 * <p>The transformer knows these types by name only. Methods that return {@code Coroutine} use {@link
 * org.asyncjava.runtime.abi.Cold} and {@link org.asyncjava.runtime.abi.ColdMachine}; methods that return a future use {@link
 * org.asyncjava.runtime.abi.Hot} and {@link org.asyncjava.runtime.abi.HotFuture}, or implement {@link
 * org.asyncjava.runtime.abi.HotMachine} over a program's own kind of future. Methods that are
 * marked {@code @AsyncEntry} are machines of the first kind, which {@link org.asyncjava.runtime.abi.EntryPoint} runs to their end.
 */
package org.asyncjava.runtime.abi;
