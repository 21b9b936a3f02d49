/** A program with a window whose work runs on a loop on the event thread. */
package org.asyncjava.examples.desktop;
