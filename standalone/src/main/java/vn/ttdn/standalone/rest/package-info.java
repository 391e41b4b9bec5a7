/** The contract over HTTP: finds nothing out, hands everything to core. */
package vn.ttdn.standalone.rest;
