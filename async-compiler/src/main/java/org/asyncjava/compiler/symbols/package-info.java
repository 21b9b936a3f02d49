/**
 * The symbols of a running compiler as class files, so that what the transformer finds out from class files about the types around an
 * await can be asked while they are being compiled, wherever they come from.
 */
package org.asyncjava.compiler.symbols;
