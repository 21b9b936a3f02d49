/** Takes part in what Eclipse does with a source while somebody types. */
package org.asyncjava.eclipse;
