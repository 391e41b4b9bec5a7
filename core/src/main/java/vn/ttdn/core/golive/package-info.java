/**
 * Going live: running dossiers and last numbers come in from a spreadsheet. This package reads and
 * checks the file and changes nothing; every fault is told by its cell.
 */
package vn.ttdn.core.golive;
