/** Transactions that the ledger, the documents and the embedded engine share. */
package vn.ttdn.standalone.engine;
