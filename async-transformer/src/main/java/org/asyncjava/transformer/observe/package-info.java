/** Looks at another process from outside: what its coroutines wait for. Knows the runtime by name alone. */
package org.asyncjava.transformer.observe;
