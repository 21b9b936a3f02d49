/** Small asyncio programs whose behaviour under CPython was looked at, in Java. */
package org.asyncjava.examples.asyncio;
