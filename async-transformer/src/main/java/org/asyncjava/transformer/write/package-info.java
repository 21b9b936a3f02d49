/** What is written of classes as a whole: versions, nests, inner classes and the bytes. Of methods it knows that they stand in a tree or are copied. */
package org.asyncjava.transformer.write;
