/** Plans and listings of small sources, compared with files that a reviewer reads. */
package org.asyncjava.transformer.golden;
