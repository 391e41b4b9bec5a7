/** What tests of the ledger and of the hosts stand on: a private PostgreSQL server, databases. */
package vn.ttdn.ledger.testing;
