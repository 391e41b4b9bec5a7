/** The browser that tests of the page use, in this room and in the acceptance suite. */
package vn.ttdn.web.testing;
