/** What the runtime is called by: all that this project's transformer knows of it. Knows nothing of the rest of the transformer. */
package org.asyncjava.transformer.abi;
