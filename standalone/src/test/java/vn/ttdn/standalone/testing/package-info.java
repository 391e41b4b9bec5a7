/** What the tests of this host share: people at the contract, hosts with data of their own. */
package vn.ttdn.standalone.testing;
