/** The command line: arguments in, report and exit code out. */
package org.asyncjava.transformer.cli;
