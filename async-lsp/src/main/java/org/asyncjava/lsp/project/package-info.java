/** What belongs to the project that somebody works on: its sources and what they use. */
package org.asyncjava.lsp.project;
