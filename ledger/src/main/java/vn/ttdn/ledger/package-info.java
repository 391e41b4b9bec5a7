/** The facts of the work in SQL tables {@code ttdn_*} of the host's own database. */
package vn.ttdn.ledger;
