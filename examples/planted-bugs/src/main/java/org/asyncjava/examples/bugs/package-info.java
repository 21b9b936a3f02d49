/**
 * Programs as somebody writes them for a server, each with one mistake that does not show in asyncio's order, or as long as nobody cancels; and beside it
 * the same program without it. The line to look at is marked {@code // bug}.
 */
package org.asyncjava.examples.bugs;
