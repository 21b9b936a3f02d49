/** Well-known libraries made async and generators: awaits and emits injected at arbitrary instruction boundaries, transformed, verified, run, compared. */
package org.asyncjava.it.libraries;
