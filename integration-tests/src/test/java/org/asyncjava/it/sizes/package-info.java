/** How large generated code is, and what HotSpot makes of it. */
package org.asyncjava.it.sizes;
