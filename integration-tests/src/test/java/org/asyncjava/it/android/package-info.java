/** What Android's tools make of transformed classes; compiled in the profile {@code android} only. */
package org.asyncjava.it.android;
