/** Texts for people: message bundles and the folding of Vietnamese for search. */
package vn.ttdn.core.text;
