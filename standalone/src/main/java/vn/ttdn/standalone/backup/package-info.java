/** One archive of everything that the host keeps, and the way back from it. */
package vn.ttdn.standalone.backup;
