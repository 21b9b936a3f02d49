/** Well-known libraries made async: awaits injected at arbitrary instruction boundaries, transformed, verified, run and compared. */
package org.asyncjava.it.libraries;
