/** What tests of this module have in common. */
package org.asyncjava.transformer.testing;
