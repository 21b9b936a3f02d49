/** What a client shows: reports, marks, pages, fixes. */
package org.asyncjava.lsp.view;
