/** What one of very many costs. */
package org.asyncjava.examples.scale;
