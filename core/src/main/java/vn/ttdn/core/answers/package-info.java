/** What the asked units and bodies answer after 6.2.4 and 6.2.8. */
package vn.ttdn.core.answers;
