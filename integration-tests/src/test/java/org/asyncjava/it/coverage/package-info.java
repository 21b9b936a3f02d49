/** What coverage reports say of async methods. */
package org.asyncjava.it.coverage;
