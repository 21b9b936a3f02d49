/**
 * Programs from five introductions to Python's asyncio, written again in Java; each prints what its original prints under CPython.
 */
package org.asyncjava.examples.seeds;
