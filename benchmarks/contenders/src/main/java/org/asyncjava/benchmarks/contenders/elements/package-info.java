/** Other ways than a method that emits to hand out elements one by one. Nothing else is measured of them. */
package org.asyncjava.benchmarks.contenders.elements;
