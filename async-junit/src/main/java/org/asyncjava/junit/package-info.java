/** Tests that await, for Jupiter. */
package org.asyncjava.junit;
