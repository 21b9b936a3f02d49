/** Shows every stage to people. */
package org.asyncjava.transformer.dump;
