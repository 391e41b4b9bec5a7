/**
 * The acceptance suite: black-box scenarios over the REST contract and, in a real browser, the
 * page. By default it starts the standalone host; {@code -Dttdn.url=…} points it at any other.
 */
package vn.ttdn.acceptance;
