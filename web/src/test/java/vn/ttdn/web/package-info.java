/** The page app's tests: its sources, and the page itself in a browser before a fake agency. */
package vn.ttdn.web;
