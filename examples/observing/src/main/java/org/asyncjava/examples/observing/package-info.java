/** Programs that are stuck, or slow, or forget something, and what tells so. */
package org.asyncjava.examples.observing;
