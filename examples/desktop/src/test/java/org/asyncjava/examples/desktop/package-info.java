/** Clicks the window's buttons, on a display of its own. */
package org.asyncjava.examples.desktop;
