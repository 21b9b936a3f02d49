/** Takes part in what Eclipse does with a source while somebody types: reports, and fixes where there are windows. */
package org.asyncjava.eclipse;
