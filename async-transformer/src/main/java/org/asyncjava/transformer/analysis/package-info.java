/** Questions about a method: a method goes in, an immutable answer comes out; nothing is changed. */
package org.asyncjava.transformer.analysis;
