/**
 * The signed file held against the approved version: the text of both, and what differs beyond what
 * signing adds.
 */
package vn.ttdn.core.comparison;
