/** Class files that were damaged on purpose: each ends in a clear refusal or in a class that verifies as well as it did before. */
package org.asyncjava.it.fuzz;
